import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FloorJournal, type FloorChange } from '../../services/desk/floorJournal.js';
import { nameSegment } from '../../services/desk/floorSegment.js';
import type { EventLog } from '../../services/eventLog.js';
import { SettableClock } from '../conversations/settableClock.js';
import { at, describeAgent, describeHandoff, RULES } from '../services/desk/floors.js';

export interface JournalUnderTest {
  readonly eventLog: EventLog;
  /** The same records as another process has them; the same object where one process has them alone. */
  readonly other: EventLog;
  readonly dispose: () => Promise<void>;
}

const SEGMENT_EVENTS = 10;

/** What the floor's journal must do on every event log. */
export function describeFloorJournal(name: string, create: () => Promise<JournalUnderTest>): void {
  describe(`floor journal: ${name}`, () => {
    let subject: JournalUnderTest;
    let journal: FloorJournal;
    let other: FloorJournal;
    let ids = 0;

    function open(eventLog: EventLog): FloorJournal {
      const createId = () => `id${String((ids += 1))}`;
      const clock = new SettableClock(at(1));
      return new FloorJournal({ eventLog, clock, createId, rules: RULES, segmentEvents: SEGMENT_EVENTS });
    }
    function ask(on: FloorJournal, id: string): Promise<FloorChange> {
      return on.act({ type: 'open', handoff: describeHandoff(id) });
    }
    async function listWaiting(on: FloorJournal): Promise<string[]> {
      return Object.keys((await on.readCurrent()).handoffs).sort();
    }
    async function readSegments(): Promise<string[][]> {
      const segments: string[][] = [];
      for (let segment = 1; ; segment += 1) {
        const events = await subject.eventLog.read(nameSegment(segment));
        if (events.length === 0) return segments;
        segments.push(events.map(({ type }) => type));
      }
    }

    beforeEach(async () => {
      subject = await create();
      journal = open(subject.eventLog);
      other = open(subject.other);
    });
    afterEach(async () => {
      journal.close();
      other.close();
      await subject.dispose();
    });

    it('begins with an empty floor', async () => {
      expect(await journal.readCurrent()).toMatchObject({ handoffs: {}, agents: {}, count: 0 });
    });

    it('has after a restart what it had before, whichever number of segments that is', async () => {
      for (let count = 1; count <= 25; count += 1) {
        await ask(journal, `p${String(count)}`);
        const reopened = open(subject.eventLog);
        expect(await reopened.readCurrent()).toEqual(journal.getKnown());
        reopened.close();
      }
      const segments = await readSegments();
      expect(segments).toHaveLength(3);
      for (const types of segments) expect(types[0]).toBe('floor-carried');
      for (const types of segments.slice(0, -1)) expect(types.at(-1)).toBe('segment-closed');
    });

    it('goes on from a segment that was closed when the process ended', async () => {
      for (let count = 1; count <= 9; count += 1) await ask(journal, `p${String(count)}`);
      const segments = await readSegments();
      expect(segments.map((types) => types.at(-1))).toEqual(['segment-closed']);
      const [first, second] = [open(subject.eventLog), open(subject.other)];
      await Promise.all([ask(first, 'x'), ask(second, 'y')]);
      expect(await listWaiting(first)).toHaveLength(11);
      expect(await listWaiting(second)).toEqual(await listWaiting(first));
      expect((await readSegments())[1]).toEqual(['floor-carried', 'handoff-opened', 'handoff-opened']);
      first.close();
      second.close();
    });

    it('loses and doubles nothing when two processes write at once', async () => {
      const names = Array.from({ length: 24 }, (_, index) => `p${String(index)}`);
      await Promise.all(names.map((id, index) => ask(index % 2 === 0 ? journal : other, id)));
      expect(await listWaiting(journal)).toEqual(names.sort());
      expect(await other.readCurrent()).toEqual(await journal.readCurrent());
    });

    it('gives a chat to one of two who take it at once', async () => {
      for (const id of ['li', 'mo']) await journal.act({ type: 'arrive', agent: describeAgent(id) });
      await ask(journal, 'a');
      const takes = await Promise.allSettled([
        journal.act({ type: 'take', agent: 'li' }),
        other.act({ type: 'take', agent: 'mo' }),
      ]);
      const refused = takes.flatMap((take) => (take.status === 'rejected' ? [take.reason as unknown] : []));
      expect(refused).toMatchObject([{ code: 'desk.queue-empty' }]);
      expect(Object.values((await other.readCurrent()).handoffs)[0]?.lease?.agent).toMatch(/li|mo/);
    });

    it('reads what another process stored, and decides on it', async () => {
      await ask(journal, 'a');
      expect(await listWaiting(other)).toEqual(['a']);
      await other.act({ type: 'leave', conversation: 'web-a' });
      expect((await journal.act({ type: 'leave', conversation: 'web-a' })).events).toEqual([]);
      expect(await listWaiting(journal)).toEqual([]);
    });

    it('tells of changes here and elsewhere, each once and in order, until nobody listens', async () => {
      await journal.readCurrent();
      const heard: string[] = [];
      const stop = journal.onChange(({ events }) => heard.push(...events.map(({ type }) => type)));
      await ask(journal, 'a');
      await ask(other, 'b');
      await other.act({ type: 'leave', conversation: 'web-a' });
      await journal.readCurrent();
      expect(heard).toEqual(['handoff-opened', 'handoff-opened', 'handoff-left']);
      stop();
      await ask(journal, 'c');
      expect(heard).toHaveLength(3);
    });

    it('is not stopped by a listener that throws', async () => {
      const heard: number[] = [];
      journal.onChange(() => {
        throw new Error('a listener of a test that fails on purpose');
      });
      journal.onChange(({ events }) => heard.push(events.length));
      await ask(journal, 'a');
      expect(heard).toEqual([1]);
    });
  });
}
