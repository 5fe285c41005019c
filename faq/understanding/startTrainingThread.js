// A thread does not take tsx over from the one that starts it (Node 20 leaves it without), so it asks for it itself.
import { register } from 'tsx/esm/api';

register();
await import('./trainingWorker.ts');
