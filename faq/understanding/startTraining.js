// A forked process is given no loader, so it asks for the one that runs TypeScript itself.
import { register } from 'tsx/esm/api';

register();
await import('./trainingProcess.ts');
