import { describeEventLog } from './eventLog.js';
import { MemoryEventLog } from './memoryEventLog.js';

describeEventLog('in memory', () =>
  Promise.resolve({ eventLog: new MemoryEventLog(), dispose: () => Promise.resolve() }),
);
