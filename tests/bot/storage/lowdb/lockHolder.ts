import { setInterval } from 'node:timers';
import { lockDirectory } from '../../../../bot/storage/lowdb/directoryLock.js';

// Holds the lock of the directory named until it is killed.
await lockDirectory(process.argv[2] ?? '');
setInterval(() => undefined, 60_000);
console.log('locked');
