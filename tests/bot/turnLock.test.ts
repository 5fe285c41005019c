import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InProcessTurnLock } from '../../bot/turnLock.js';

function createGate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('turns of one process', () => {
  it('run one at a time per conversation, in the order they came, whatever some of them throw', async () => {
    const arbitraryTurns = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c'),
        delay: fc.nat(4),
        steps: fc.nat(3),
        fails: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(arbitraryTurns, async (turns) => {
        const lock = new InProcessTurnLock();
        const running = new Set<string>();
        const arrived: number[] = [];
        const started: number[] = [];
        const outcomes = await Promise.allSettled(
          turns.map(async ({ key, delay, steps, fails }, index) => {
            for (let step = 0; step < delay; step += 1) await setImmediate();
            arrived.push(index);
            return lock.run(key, async () => {
              expect(running.has(key)).toBe(false);
              running.add(key);
              started.push(index);
              for (let step = 0; step < steps; step += 1) await setImmediate();
              running.delete(key);
              if (fails) throw new Error(String(index));
              return index;
            });
          }),
        );
        outcomes.forEach((outcome, index) => {
          if (turns[index]!.fails) expect(outcome).toMatchObject({ reason: { message: String(index) } });
          else expect(outcome).toEqual({ status: 'fulfilled', value: index });
        });
        for (const key of ['a', 'b', 'c']) {
          const isOwn = (index: number): boolean => turns[index]!.key === key;
          expect(started.filter(isOwn)).toEqual(arrived.filter(isOwn));
        }
        expect(lock.size).toBe(0);
      }),
    );
  });

  it('do not wait for those of other conversations', async () => {
    const lock = new InProcessTurnLock();
    const gate = createGate();
    const waiting = lock.run('a', () => gate.opened);
    expect(await lock.run('b', () => Promise.resolve('done'))).toBe('done');
    gate.open();
    await waiting;
  });

  it('are waited for by drain, those that start meanwhile too, and their errors are not its own', async () => {
    const lock = new InProcessTurnLock();
    const gates = [createGate(), createGate()];
    const ended: string[] = [];
    const first = lock.run('a', async () => {
      await gates[0]!.opened;
      void lock.run('b', async () => {
        await gates[1]!.opened;
        ended.push('second');
      });
      ended.push('first');
      throw new Error('a turn that fails');
    });
    const failure = expect(first).rejects.toThrow('a turn that fails');
    let isDrained = false;
    const drained = lock.drain().then(() => (isDrained = true));
    gates[0]!.open();
    await failure;
    await setImmediate();
    expect(isDrained).toBe(false);
    gates[1]!.open();
    await drained;
    expect(ended).toEqual(['first', 'second']);
  });

  it('leave nothing to drain when there are none', async () => {
    await expect(new InProcessTurnLock().drain()).resolves.toBeUndefined();
  });
});
