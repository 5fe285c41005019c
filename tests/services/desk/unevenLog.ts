import type { EventLog, ExpectedVersion, NewEvent, StoredEvent } from '../../../services/eventLog.js';

/** A log whose answers take a little longer now and then, so that those who share it meet in every order. */
export class UnevenLog implements EventLog {
  private calls = 0;

  constructor(
    private readonly log: EventLog,
    /** Turns of the event loop's microtasks to wait, one after another, round and round. */
    private readonly delays: readonly number[],
  ) {}

  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedVersion,
  ): Promise<StoredEvent[]> {
    await this.delay();
    const stored = await this.log.append(stream, events, expected);
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
    return this.log.subscribe(listener);
  }

  private async delay(): Promise<void> {
    this.calls += 1;
    const turns = this.delays.length === 0 ? 0 : this.delays[this.calls % this.delays.length]!;
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  }
}
