import type { EventLog, ExpectedVersion, NewEvent, StoredEvent } from '../../../services/eventLog.js';

/**
 * One process's way to a log: its answers take a little longer now and then, so that those who share it meet in every
 * order; and it may hear nothing of what others append, as while a connection is down.
 */
export class UnevenLog implements EventLog {
  private calls = 0;
  private isAppending = false;

  constructor(
    private readonly log: EventLog,
    /** Turns of the event loop's microtasks to wait, one after another, round and round. */
    private readonly delays: readonly number[],
    private readonly hearsOthers: boolean,
  ) {}

  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedVersion,
  ): Promise<StoredEvent[]> {
    await this.delay();
    this.isAppending = true;
    const appended = this.log.append(stream, events, expected);
    this.isAppending = false;
    const stored = await appended;
    await this.delay();
    return stored;
  }

  async read(stream: string, after = 0): Promise<StoredEvent[]> {
    await this.delay();
    const events = await this.log.read(stream, after);
    await this.delay();
    return events;
  }

  readLast(stream: string, count: number): Promise<StoredEvent[]> {
    return this.log.readLast(stream, count);
  }

  list(kind: string): AsyncIterable<string> {
    return this.log.list(kind);
  }

  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void {
    return this.log.subscribe((events) => {
      if (this.hearsOthers || this.isAppending) listener(events);
    });
  }

  private async delay(): Promise<void> {
    this.calls += 1;
    const turns = this.delays.length === 0 ? 0 : this.delays[this.calls % this.delays.length]!;
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  }
}
