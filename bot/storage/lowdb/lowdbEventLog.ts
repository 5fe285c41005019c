import type { EventLog, ExpectedVersion, NewEvent, StoredEvent } from '../../../services/eventLog.js';
import { RedeyeError } from '../../../services/errors.js';
import { KeyedMutex } from '../../keyedMutex.js';
import { Listeners } from '../../listeners.js';
import type { RecordFolderPlace } from './recordFolder.js';
import { chainEvents, checkVersion, getFirstVersion, getVersion, type Segment } from './segment.js';
import { SegmentFiles } from './segmentFiles.js';

/** The events a file takes before the next append begins a new one. */
const SEGMENT_LENGTH = 16;

/**
 * Events in files of a few each. An append replaces the stream's newest file or begins a new one, and never
 * both, so it happens whole or not at all, and costs the same however long the stream is. Only one process,
 * and one instance in it, may write a directory.
 */
export class LowdbEventLog implements EventLog {
  private readonly files: SegmentFiles;
  private readonly mutex = new KeyedMutex();
  private readonly listeners = new Listeners<readonly StoredEvent[]>();

  constructor(place: RecordFolderPlace) {
    this.files = new SegmentFiles(place);
  }

  async append(
    stream: string,
    events: readonly NewEvent[],
    expectedVersion: ExpectedVersion,
  ): Promise<StoredEvent[]> {
    return this.mutex.run(stream, async () => {
      const newest = await this.files.readNewest(stream);
      checkVersion(stream, newest, expectedVersion);
      const stored = chainEvents(stream, events, newest);
      if (stored.length === 0) return [];
      await this.store(stream, newest, stored);
      this.listeners.notify(stored);
      return stored;
    });
  }

  async read(stream: string, after = 0): Promise<StoredEvent[]> {
    const events = await this.readBackwards(stream, (first) => first <= after + 1);
    return events.filter((event) => event.version > after);
  }

  async readLast(stream: string, count: number): Promise<StoredEvent[]> {
    if (count <= 0) return [];
    const events = await this.readBackwards(stream, (_first, collected) => collected >= count);
    return events.slice(-count);
  }

  list(kind: string): AsyncIterable<string> {
    return this.files.list(kind);
  }

  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void {
    return this.listeners.add(listener);
  }

  private async store(stream: string, newest: Segment | undefined, stored: StoredEvent[]): Promise<void> {
    if (newest === undefined) {
      await this.files.writeNewest(stream, { previous: 0, events: stored });
    } else if (newest.events.length < SEGMENT_LENGTH) {
      await this.files.writeNewest(stream, { ...newest, events: [...newest.events, ...stored] });
    } else {
      // A copy first: until the newest file is replaced the copy is just a copy, and a crash costs nothing.
      await this.files.writeOlder(stream, newest);
      await this.files.writeNewest(stream, { previous: getFirstVersion(newest), events: stored });
    }
  }

  private async readBackwards(
    stream: string,
    isEnough: (firstVersion: number, collected: number) => boolean,
  ): Promise<StoredEvent[]> {
    const segments: Segment[] = [];
    let collected = 0;
    let segment = await this.files.readNewest(stream);
    while (segment) {
      segments.unshift(segment);
      collected += segment.events.length;
      const first = getFirstVersion(segment);
      if (segment.previous === 0 || isEnough(first, collected)) break;
      segment = await this.readPrevious(stream, segment);
    }
    return segments.flatMap(({ events }) => events);
  }

  private async readPrevious(stream: string, segment: Segment): Promise<Segment> {
    const previous = await this.files.readOlder(stream, segment.previous);
    // Also keeps a damaged link from leading round in a circle.
    if (previous && getVersion(previous) === getFirstVersion(segment) - 1) return previous;
    throw new RedeyeError(
      'storage.corrupt',
      `${stream}: the events before ${String(getFirstVersion(segment))} are missing`,
    );
  }
}
