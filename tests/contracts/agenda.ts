import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Agenda, AgendaItem } from '../../services/agenda.js';

export interface AgendaUnderTest {
  readonly agenda: Agenda;
  /** The same agenda through a new instance, as after a restart; absent where nothing survives one. */
  readonly reopen?: () => Promise<Agenda>;
  readonly dispose: () => Promise<void>;
}

const START = Date.parse('2026-12-01T23:59:00Z');
const at = (minutes: number): Date => new Date(START + minutes * 60_000);
const item = (key: string, minutes: number, data: string = key): AgendaItem => ({
  key,
  due: at(minutes),
  kind: 'test',
  data,
});

/** What an agenda promises, whatever keeps it. */
export function describeAgenda(name: string, create: () => Promise<AgendaUnderTest>): void {
  describe(`agenda: ${name}`, () => {
    let subject: AgendaUnderTest;
    let agenda: Agenda;

    beforeEach(async () => {
      subject = await create();
      agenda = subject.agenda;
    });
    afterEach(() => subject.dispose());

    const takeKeys = async (minutes: number, from = agenda): Promise<string[]> =>
      (await from.takeDue(at(minutes), 100)).map(({ key }) => key);

    it('hands out what is due, the longest due first, up to a limit', async () => {
      for (const [key, minutes] of [
        ['c', 3],
        ['a', 1],
        ['later', 9],
        ['b', 2],
      ] as const) {
        await agenda.schedule(item(key, minutes));
      }
      expect(await takeKeys(3)).toEqual(['a', 'b', 'c']);
      expect((await agenda.takeDue(at(3), 2)).map(({ key }) => key)).toEqual(['a', 'b']);
    });

    it('gives the item back whole', async () => {
      const data = { list: [1, '行李', null] };
      await agenda.schedule({ key: 'Key/1 行李', due: at(0), kind: 'case', data });
      expect(await agenda.takeDue(at(0), 1)).toEqual([
        {
          key: 'Key/1 行李',
          due: at(0),
          kind: 'case',
          data,
          attempts: 0,
          token: expect.any(String) as unknown as string,
        },
      ]);
    });

    it('hands an entry out again until it is settled', async () => {
      await agenda.schedule(item('a', 0));
      const [entry] = await agenda.takeDue(at(0), 1);
      expect(await takeKeys(0)).toEqual(['a']);
      await agenda.settle(entry!);
      expect(await takeKeys(99)).toEqual([]);
    });

    it('puts an entry off, also to another day, and counts attempts', async () => {
      await agenda.schedule(item('a', 0));
      const [first] = await agenda.takeDue(at(0), 1);
      await agenda.postpone(first!, at(5));
      expect(await takeKeys(4)).toEqual([]);
      const [second] = await agenda.takeDue(at(5), 1);
      expect(second).toMatchObject({ attempts: 1, due: at(5) });
      await agenda.settle(second!, at(5000));
      expect(await takeKeys(4999)).toEqual([]);
      expect(await agenda.takeDue(at(5000), 1)).toMatchObject([{ attempts: 0, due: at(5000) }]);
    });

    it('has one entry a key: the last scheduled', async () => {
      await agenda.schedule(item('a', 5000, 'old'));
      await agenda.schedule(item('a', 1, 'new'));
      expect(await agenda.takeDue(at(9999), 9)).toMatchObject([{ data: 'new', due: at(1) }]);
    });

    it('lets a newer wish stand when an older entry is settled or postponed', async () => {
      await agenda.schedule(item('a', 0));
      const [old] = await agenda.takeDue(at(0), 1);
      await agenda.schedule(item('a', 0, 'newer'));
      await agenda.settle(old!);
      await agenda.postpone(old!, at(99));
      expect(await agenda.takeDue(at(0), 9)).toMatchObject([{ data: 'newer' }]);
      const [newer] = await agenda.takeDue(at(0), 1);
      await agenda.cancel('a');
      await agenda.settle(newer!, at(1));
      expect(await takeKeys(99)).toEqual([]);
    });

    it('takes what fell due in the past, after later days were looked at', async () => {
      expect(await takeKeys(5000)).toEqual([]);
      await agenda.schedule(item('late', -5000));
      expect(await takeKeys(5000)).toEqual(['late']);
      if (subject.reopen) expect(await takeKeys(5000, await subject.reopen())).toEqual(['late']);
    });

    it('cancels what is there, and what is not', async () => {
      await agenda.schedule(item('a', 0));
      await agenda.cancel('a');
      await agenda.cancel('unknown');
      expect(await takeKeys(0)).toEqual([]);
    });

    it('tells listeners of each scheduling until they stop', async () => {
      const heard: Date[] = [];
      const stop = agenda.onSchedule((due) => heard.push(due));
      await agenda.schedule(item('a', 1));
      stop();
      await agenda.schedule(item('b', 2));
      expect(heard).toEqual([at(1)]);
    });

    it('is what a plain table would be, whatever is done in which order, with restarts in between', async () => {
      const key = fc.constantFrom('a', 'b', 'c');
      const minutes = fc.integer({ min: -3000, max: 6000 });
      const step = fc.oneof(
        fc.record({ do: fc.constant('schedule' as const), key, minutes }),
        fc.record({ do: fc.constant('cancel' as const), key, minutes }),
        fc.record({ do: fc.constant('settle' as const), key, minutes }),
        fc.record({ do: fc.constant('take' as const), key, minutes }),
        fc.record({ do: fc.constant('restart' as const), key, minutes }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
          for (const each of ['a', 'b', 'c']) await agenda.cancel(each);
          const table = new Map<string, number>();
          // Time only goes forward in a run; each run begins where the clock was put back and the agenda was not.
          let now = -3000;
          for (const { do: what, key: on, minutes: value } of steps) {
            if (what === 'schedule') {
              await agenda.schedule(item(on, value));
              table.set(on, value);
            } else if (what === 'cancel') {
              await agenda.cancel(on);
              table.delete(on);
            } else if (what === 'settle') {
              const entry = (await agenda.takeDue(at(now), 9)).find((taken) => taken.key === on);
              if (entry) await agenda.settle(entry, at(value));
              if (entry) table.set(on, value);
            } else if (what === 'restart') {
              agenda = (await subject.reopen?.()) ?? agenda;
            } else {
              now = Math.max(now, value);
              const expected = [...table].filter(([, due]) => due <= now).map(([each]) => each);
              expect((await takeKeys(now)).sort()).toEqual(expected.sort());
            }
          }
        }),
        { numRuns: 60 },
      );
    });
  });
}
