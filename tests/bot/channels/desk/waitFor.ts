import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
const LOOK_MS = 10;

/** What `find` finds as soon as it finds something. Fails, naming what was waited for, when it does not. */
export async function waitFor<T>(find: () => T | undefined, what: string | (() => string)): Promise<T> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const found = find();
    if (found !== undefined) return found;
    await pause(LOOK_MS);
  }
  throw new Error(`waited for ${typeof what === 'string' ? what : what()}`);
}
