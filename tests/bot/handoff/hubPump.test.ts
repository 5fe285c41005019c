import { describe, expect, it } from '@jest/globals';
import { MemoryStorage } from 'botbuilder';
import fc from 'fast-check';
import { pino } from 'pino';
import { z } from 'zod';
import { AgendaRunner } from '../../../bot/agendaRunner.js';
import { HubPump } from '../../../bot/handoff/hubPump.js';
import { HubQueue } from '../../../bot/handoff/hubQueue.js';
import { InProcessTurnLock } from '../../../bot/turnLock.js';
import { RedeyeError } from '../../../services/errors.js';
import { MemoryAgenda } from '../../contracts/memoryAgenda.js';
import { SettableClock } from '../../conversations/settableClock.js';

const log = pino({ level: 'silent' });
const itemSchema = z.object({ id: z.string() });
type Item = z.infer<typeof itemSchema>;

/** Two conversations whose far end works, fails, or works without saying so, as the test wants. */
class World {
  readonly arrived: Record<string, string[]> = { a: [], b: [] };
  mode: 'works' | 'fails' | 'silent' = 'works';
  private readonly storage = new MemoryStorage();
  private readonly agenda = new MemoryAgenda();
  private readonly clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));
  private readonly lock = new InProcessTurnLock();
  private queue = this.openQueue();
  private pumps = [this.open(), this.open()];

  prepare(): Promise<unknown> {
    return Promise.all(['a', 'b'].map((conversation) => this.queue.prepare(conversation)));
  }

  /** Through one of two processes. */
  add(conversation: string, id: string, process: number): Promise<void> {
    return this.pumps[process]!.add(conversation, { id });
  }

  async settle(): Promise<void> {
    for (const pump of this.pumps) await pump.settle();
  }

  async restart(): Promise<void> {
    await Promise.all(this.pumps.map((pump) => pump.stop()));
    this.queue = this.openQueue();
    this.pumps = [this.open(), this.open()];
  }

  async pass(): Promise<void> {
    this.clock.pass(3_600_000);
    const handlers = new Map([
      ['test', (entry: Parameters<HubPump<Item>['wake']>[0]) => this.pumps[1]!.wake(entry)],
    ]);
    await new AgendaRunner({ agenda: this.agenda, clock: this.clock, log, handlers }).runDue();
    await this.settle();
  }

  private openQueue(): HubQueue<Item> {
    return new HubQueue(this.storage, 'test', itemSchema);
  }

  private open(): HubPump<Item> {
    return new HubPump<Item>({
      kind: 'test',
      queue: this.queue,
      agenda: this.agenda,
      lock: this.lock,
      clock: this.clock,
      log,
      handle: (conversation, { id }, tries) => {
        const there = this.arrived[conversation]!;
        if (this.mode !== 'fails' && !(tries > 0 && there.includes(id))) there.push(id);
        if (id.includes('bad')) return Promise.reject(new RedeyeError('desk.rejected', id));
        return this.mode === 'works' ? Promise.resolve() : Promise.reject(new Error(this.mode));
      },
    });
  }
}

describe('HubPump', () => {
  it('does all, in order, once, whatever fails, in two processes that are started again now and then', async () => {
    const conversation = fc.constantFrom('a', 'b');
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ add: conversation, process: fc.constantFrom(0, 1) }) },
      { weight: 2, arbitrary: fc.record({ mode: fc.constantFrom('works', 'fails', 'silent') }) },
      { weight: 1, arbitrary: fc.constant('settle' as const) },
      { weight: 1, arbitrary: fc.constant('pass' as const) },
      { weight: 1, arbitrary: fc.constant('restart' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const world = new World();
        await world.prepare();
        const expected: Record<string, string[]> = { a: [], b: [] };
        for (const [index, each] of steps.entries()) {
          if (each === 'settle') await world.settle();
          else if (each === 'pass') await world.pass();
          else if (each === 'restart') await world.restart();
          else if ('mode' in each) world.mode = each.mode;
          else {
            expected[each.add]!.push(`${index}`);
            await world.add(each.add, `${index}`, each.process);
          }
        }
        world.mode = 'works';
        await world.pass();
        expect(world.arrived).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('does not stop at what is refused for good', async () => {
    const world = new World();
    await world.prepare();
    await world.add('a', 'bad', 0);
    await world.add('a', 'good', 0);
    await world.settle();
    await world.pass();
    expect(world.arrived['a']).toEqual(['bad', 'good']);
  });

  it('knows what went just now', async () => {
    const world = new World();
    await world.prepare();
    await world.add('a', '1', 0);
    await world.settle();
    await world.add('a', '1', 1);
    await world.settle();
    expect(world.arrived['a']).toEqual(['1']);
  });
});
