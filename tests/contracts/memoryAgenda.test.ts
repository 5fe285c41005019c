import { describeAgenda } from './agenda.js';
import { MemoryAgenda } from './memoryAgenda.js';

describeAgenda('memory', () =>
  Promise.resolve({ agenda: new MemoryAgenda(), dispose: () => Promise.resolve() }),
);
