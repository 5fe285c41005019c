import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findTampering, type EventLog, type NewEvent, type StoredEvent } from '../../services/eventLog.js';

export interface EventLogUnderTest {
  readonly eventLog: EventLog;
  /** The same events through a new instance, as after a restart; absent where nothing survives one. */
  readonly reopen?: () => Promise<EventLog>;
  readonly dispose: () => Promise<void>;
}

const AWKWARD_IDS = [
  'a',
  'A',
  'ä',
  '行李',
  '../up',
  'a/b',
  'con',
  'x'.repeat(500),
  'X'.repeat(500),
  '',
  ' ',
  '.',
  '\ud800',
];

function describeEvent(note: string): NewEvent {
  return { type: 'noted', time: '2026-11-22T08:00:00.000Z', actor: 'system', data: { note } };
}

function describeEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => describeEvent(String(index)));
}

function getNotes(events: readonly StoredEvent[]): unknown[] {
  return events.map(({ data }) => (data as { note: unknown }).note);
}

async function collect(names: AsyncIterable<string>): Promise<string[]> {
  const collected: string[] = [];
  for await (const name of names) collected.push(name);
  return collected.sort();
}

/** What every event log must do, whatever it stores in. */
export function describeEventLog(name: string, create: () => Promise<EventLogUnderTest>): void {
  describe(`event log: ${name}`, () => {
    let subject: EventLogUnderTest;
    let log: EventLog;

    beforeEach(async () => {
      subject = await create();
      log = subject.eventLog;
    });
    afterEach(() => subject.dispose());

    it('has nothing in an unknown stream', async () => {
      expect(await log.read('note/none')).toEqual([]);
      expect(await log.readLast('note/none', 5)).toEqual([]);
    });

    it('gives events their place and returns them as they are read later', async () => {
      const stored = await log.append('note/1', describeEvents(3), 0);
      expect(stored.map(({ stream, version }) => [stream, version])).toEqual([
        ['note/1', 1],
        ['note/1', 2],
        ['note/1', 3],
      ]);
      expect(await log.read('note/1')).toEqual(stored);
    });

    it('keeps every kind of JSON as it was', async () => {
      const data = {
        text: 'é行李🧳\n"\\ ',
        lone: '\ud800',
        nested: [1, -0.5, true, null, { b: 1, a: {} }],
        '': [],
      };
      await log.append('note/1', [{ ...describeEvent(''), data }], 0);
      const events = await log.read('note/1');
      expect(events[0]?.data).toEqual(data);
      expect(findTampering(events)).toBeUndefined();
    });

    it('is not changed by what callers do to their objects afterwards', async () => {
      const event = { ...describeEvent('before'), data: { note: 'before' } };
      const [stored] = await log.append('note/1', [event], 0);
      event.data.note = 'after';
      (stored?.data as { note: string }).note = 'after';
      expect(getNotes(await log.read('note/1'))).toEqual(['before']);
    });

    it('appends nothing when there is nothing to append', async () => {
      expect(await log.append('note/1', [], 0)).toEqual([]);
      expect(await log.read('note/1')).toEqual([]);
      expect(await collect(log.list('note'))).toEqual([]);
    });

    it.each([1, 3, 'any'] as const)('at version 2, expecting %p', async (expected) => {
      await log.append('note/1', describeEvents(2), 0);
      const append = log.append('note/1', [describeEvent('new')], expected);
      if (expected === 'any') await append;
      else await expect(append).rejects.toMatchObject({ code: 'storage.conflict' });
      expect(await log.read('note/1')).toHaveLength(expected === 'any' ? 3 : 2);
    });

    it('lets one of many win that expect the same version', async () => {
      const attempts = Array.from({ length: 20 }, (_, index) =>
        log.append('note/1', [describeEvent(String(index)), describeEvent(String(index))], 0),
      );
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await log.read('note/1')).toHaveLength(2);
    });

    it.each([0, 1, 15, 16, 17, 40, 99, 100, 101])('reads 100 events after %p', async (after) => {
      const stored = await appendInPieces(log, 'note/1', 100);
      expect(await log.read('note/1', after)).toEqual(stored.slice(after));
    });

    it.each([0, 1, 15, 16, 17, 40, 100, 101])('reads the last %p of 100 events', async (count) => {
      const stored = await appendInPieces(log, 'note/1', 100);
      expect(await log.readLast('note/1', count)).toEqual(count === 0 ? [] : stored.slice(-count));
    });

    it('keeps streams apart whatever their ids look like, and lists them by kind', async () => {
      for (const id of AWKWARD_IDS) await log.append(`note/${id}`, [describeEvent(id)], 0);
      await log.append('claim/a', [describeEvent('another kind')], 0);
      for (const id of AWKWARD_IDS) expect(getNotes(await log.read(`note/${id}`))).toEqual([id]);
      expect(await collect(log.list('note'))).toEqual(AWKWARD_IDS.map((id) => `note/${id}`).sort());
      expect(await collect(log.list('claim'))).toEqual(['claim/a']);
      expect(await collect(log.list('nothing'))).toEqual([]);
    });

    it('keeps every event of appends that meet, each append in one piece, chained', async () => {
      const appendArbitrary = fc.record({
        stream: fc.constantFrom('a', 'b'),
        count: fc.integer({ min: 1, max: 20 }),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(appendArbitrary, { maxLength: 12 }), async (appends) => {
          run += 1;
          const streams = appends.map(({ stream }) => `note/${String(run)}-${stream}`);
          const results = await Promise.all(
            appends.map(({ count }, index) => log.append(streams[index]!, describeEvents(count), 'any')),
          );
          for (const stream of new Set(streams)) {
            const events = await log.read(stream);
            expect(findTampering(events)).toBeUndefined();
            const own = results.filter((_, index) => streams[index] === stream);
            expect(own.flat().sort((a, b) => a.version - b.version)).toEqual(events);
            for (const piece of own) expect(piece.at(-1)!.version - piece[0]!.version).toBe(piece.length - 1);
          }
        }),
        { numRuns: 15 },
      );
    });

    it('tells subscribers of each append once, in order, until they stop', async () => {
      const heard: string[] = [];
      const stop = log.subscribe((events) => heard.push(...events.map(({ version }) => String(version))));
      await Promise.all([1, 2, 3].map((count) => log.append('note/1', describeEvents(count), 'any')));
      await log.append('note/1', [describeEvent('conflict')], 0).catch(() => undefined);
      stop();
      await log.append('note/1', [describeEvent('unheard')], 'any');
      expect(heard).toEqual(['1', '2', '3', '4', '5', '6']);
    });

    it('does not fail or stop telling others when a subscriber throws', async () => {
      const heard: number[] = [];
      log.subscribe(() => {
        throw new Error('a listener of a test that fails on purpose');
      });
      log.subscribe((events) => heard.push(events.length));
      await log.append('note/1', describeEvents(2), 0);
      expect(heard).toEqual([2]);
    });

    it('has everything after a restart, and goes on from there', async () => {
      if (!subject.reopen) return;
      const before = await appendInPieces(log, 'note/1', 40);
      const reopened = await subject.reopen();
      expect(await reopened.read('note/1')).toEqual(before);
      await reopened.append('note/1', [describeEvent('next')], 40);
      expect(findTampering(await reopened.read('note/1'))).toBeUndefined();
    });
  });
}

/** By ones, twos and threes, so that no piece ends where a driver's own pieces do. */
async function appendInPieces(log: EventLog, stream: string, total: number): Promise<StoredEvent[]> {
  const stored: StoredEvent[] = [];
  for (let size = 1; stored.length < total; size = (size % 3) + 1) {
    const events = describeEvents(Math.min(size, total - stored.length));
    stored.push(...(await log.append(stream, events, stored.length)));
  }
  return stored;
}
