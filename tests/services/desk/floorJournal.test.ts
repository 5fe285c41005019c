import { describe, expect, it } from '@jest/globals';
import { LowdbEventLog } from '../../../bot/storage/lowdb/lowdbEventLog.js';
import { FloorJournal } from '../../../services/desk/floorJournal.js';
import { nameSegment } from '../../../services/desk/floorSegment.js';
import { RedeyeError } from '../../../services/errors.js';
import type { EventLog, StoredEvent } from '../../../services/eventLog.js';
import { createDataDirectory } from '../../bot/storage/lowdb/dataDirectory.js';
import { describeFloorJournal } from '../../contracts/floorJournal.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { at, describeAgent, describeHandoff, RULES } from './floors.js';

describeFloorJournal('in memory', () => {
  const eventLog = new MemoryEventLog();
  return Promise.resolve({ eventLog, other: eventLog, dispose: () => Promise.resolve() });
});

describeFloorJournal('lowdb', async () => {
  const place = await createDataDirectory();
  const eventLog = new LowdbEventLog(place);
  return { eventLog, other: eventLog, dispose: () => place.remove() };
});

function open(eventLog: EventLog): FloorJournal {
  let ids = 0;
  const createId = () => `id${String((ids += 1))}`;
  return new FloorJournal({
    eventLog,
    clock: { now: () => at(1) },
    createId,
    rules: RULES,
    segmentEvents: 10,
  });
}

/** Counts the streams read, and fails appends as long as it is told to. */
class WatchedLog extends MemoryEventLog {
  readonly streamsRead: string[] = [];
  failure: RedeyeError | undefined;
  private appends = 0;

  get attempts(): number {
    return this.appends;
  }

  override read(stream: string, after?: number): Promise<StoredEvent[]> {
    this.streamsRead.push(stream);
    return super.read(stream, after);
  }

  override append(...given: Parameters<EventLog['append']>): Promise<StoredEvent[]> {
    this.appends += 1;
    return this.failure ? Promise.reject(this.failure) : super.append(...given);
  }
}

describe('the floor journal', () => {
  it('reads at a start the newest segment and looks for one behind it, however many there are', async () => {
    const log = new WatchedLog();
    const journal = open(log);
    for (let count = 0; count < 60; count += 1) {
      await journal.act({ type: 'open', handoff: describeHandoff(String(count)) });
    }
    log.streamsRead.length = 0;
    expect(Object.keys((await open(log).readCurrent()).handoffs)).toHaveLength(60);
    expect(log.streamsRead.length).toBeGreaterThan(0);
    expect(new Set(log.streamsRead.filter((stream) => stream < nameSegment(7)))).toEqual(new Set());
  });

  it('does nothing by halves where the log fails, and goes on when it works again', async () => {
    const log = new WatchedLog();
    const journal = open(log);
    await journal.act({ type: 'arrive', agent: describeAgent('li') });
    const before = journal.getKnown();
    log.failure = new RedeyeError('storage.unavailable');
    const failed = journal.act({ type: 'open', handoff: describeHandoff('a') });
    await expect(failed).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect(await journal.readCurrent()).toBe(before);
    log.failure = undefined;
    await journal.act({ type: 'open', handoff: describeHandoff('b') });
    expect(Object.keys(journal.getKnown().handoffs)).toEqual(['b']);
  });

  it('gives up where others are always faster, and can be asked again', async () => {
    const log = new WatchedLog();
    const journal = open(log);
    log.failure = new RedeyeError('storage.conflict');
    const failed = journal.act({ type: 'open', handoff: describeHandoff('a') });
    await expect(failed).rejects.toMatchObject({ code: 'storage.conflict' });
    expect(log.attempts).toBeGreaterThan(5);
    log.failure = undefined;
    await journal.act({ type: 'open', handoff: describeHandoff('a') });
  });

  it.each<[string, string, object]>([
    ['an event of no known form', 'chat-taken', { handoff: 'a' }],
    ['a floor of no known form', 'floor-carried', { floor: {} }],
    ['a segment that does not begin with the floor', 'handoff-left', { handoff: 'a' }],
  ])('refuses %s', async (_name, type, data) => {
    const log = new MemoryEventLog();
    const happened = { time: at(0).toISOString(), actor: 'system' };
    await log.append(nameSegment(1), [{ ...happened, type, data: { ...data } }], 0);
    await expect(open(log).readCurrent()).rejects.toMatchObject({ code: 'storage.corrupt' });
  });
});
