import { describe, expect, it } from '@jest/globals';
import { InProcessTurnLock } from '../../bot/turnLock.js';
import { TurnRunner } from '../../bot/turnRunner.js';

interface Waiting {
  id: string;
}

function setUp(waiting: Waiting[]) {
  const failures: unknown[] = [];
  const runner = new TurnRunner({
    lock: new InProcessTurnLock(),
    conversationLog: { readUnanswered: () => Promise.resolve([...waiting]) },
    log: { error: (failure: unknown) => void failures.push(failure) } as never,
  });
  const ran: string[] = [];
  const answer = async ({ id }: Waiting): Promise<void> => {
    ran.push(`${id}+`);
    await new Promise((resolve) => setImmediate(resolve));
    waiting.splice(
      waiting.findIndex((each) => each.id === id),
      1,
    );
    ran.push(`${id}-`);
  };
  return { runner, ran, answer, failures };
}

describe('turns', () => {
  it('run in the order received, one at a time, each once however often they are asked for', async () => {
    const { runner, ran, answer } = setUp([{ id: 'a' }, { id: 'b' }]);
    await Promise.all([1, 2, 3].map(() => runner.runUnanswered('c', answer)));
    expect(ran).toEqual(['a+', 'a-', 'b+', 'b-']);
  });

  it('of different conversations do not wait for each other', async () => {
    const { runner } = setUp([]);
    let free: () => void = () => undefined;
    const held = runner.run('one', () => new Promise<void>((resolve) => (free = resolve)));
    await expect(runner.run('two', () => Promise.resolve('done'))).resolves.toBe('done');
    free();
    await held;
  });

  it('that fail are logged, do not stop the next, and are given up after three tries', async () => {
    const waiting = [{ id: 'bad' }, { id: 'good' }];
    const { runner, failures, ran, answer } = setUp(waiting);
    let tries = 0;
    const run = (activity: Waiting): Promise<void> => {
      if (activity.id === 'good') return answer(activity);
      tries += 1;
      return Promise.reject(new Error('broken'));
    };
    for (let n = 0; n < 5; n += 1) await runner.runUnanswered('c', run);
    expect({ tries, ran }).toEqual({ tries: 3, ran: ['good+', 'good-'] });
    expect(failures).toHaveLength(3);
  });

  it('whose log cannot be read reject nobody', async () => {
    const runner = new TurnRunner({
      lock: new InProcessTurnLock(),
      conversationLog: { readUnanswered: () => Promise.reject(new Error('disk')) },
      log: { error: () => undefined } as never,
    });
    await expect(runner.runUnanswered('c', () => Promise.resolve())).resolves.toBeUndefined();
  });

  it('are waited for by the one who drains', async () => {
    const { runner, ran, answer } = setUp([{ id: 'a' }]);
    void runner.runUnanswered('c', answer);
    await runner.drain();
    expect(ran).toEqual(['a+', 'a-']);
  });
});
