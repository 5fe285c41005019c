import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyedMutex } from '../../bot/keyedMutex.js';

describe('work that holds several keys', () => {
  it('never meets other work on any of them, never blocks for ever, and leaves no key behind', async () => {
    const arbitraryWork = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(arbitraryWork, async (works) => {
        const mutex = new KeyedMutex();
        const held = new Set<string>();
        await Promise.all(
          works.map((keys) =>
            mutex.runAll(keys, async () => {
              const own = [...new Set(keys)];
              for (const key of own) expect(held.has(key)).toBe(false);
              for (const key of own) held.add(key);
              await setImmediate();
              for (const key of own) held.delete(key);
            }),
          ),
        );
        expect(mutex.size).toBe(0);
      }),
    );
  });
});
