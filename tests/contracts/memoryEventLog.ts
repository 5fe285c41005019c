import {
  hashEvent,
  type EventLog,
  type ExpectedVersion,
  type NewEvent,
  type StoredEvent,
} from '../../services/eventLog.js';
import { RedeyeError } from '../../services/errors.js';

/** An event log that forgets, for tests of what stands on one. */
export class MemoryEventLog implements EventLog {
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly listeners = new Set<{ call: (events: readonly StoredEvent[]) => void }>();

  // Not `await`ed anywhere inside: each append is one step, as a log's must be.
  append(
    stream: string,
    events: readonly NewEvent[],
    expectedVersion: ExpectedVersion,
  ): Promise<StoredEvent[]> {
    const before = this.streams.get(stream) ?? [];
    if (expectedVersion !== 'any' && expectedVersion !== before.length) {
      return Promise.reject(new RedeyeError('storage.conflict', stream));
    }
    const stored: StoredEvent[] = [];
    for (const event of events) {
      const version = before.length + stored.length + 1;
      const previousHash = (stored.at(-1) ?? before.at(-1))?.hash ?? '';
      const { type, time, actor, data } = structuredClone(event);
      const unhashed = { stream, version, type, time, actor, data, previousHash };
      stored.push({ ...unhashed, hash: hashEvent(unhashed) });
    }
    if (stored.length === 0) return Promise.resolve([]);
    this.streams.set(stream, [...before, ...stored]);
    for (const { call } of this.listeners) {
      try {
        call(stored);
      } catch {
        // A listener's failure is its own.
      }
    }
    return Promise.resolve(structuredClone(stored));
  }

  read(stream: string, after = 0): Promise<StoredEvent[]> {
    return Promise.resolve(structuredClone((this.streams.get(stream) ?? []).slice(after)));
  }

  readLast(stream: string, count: number): Promise<StoredEvent[]> {
    return Promise.resolve(count <= 0 ? [] : structuredClone((this.streams.get(stream) ?? []).slice(-count)));
  }

  async *list(kind: string): AsyncGenerator<string> {
    await Promise.resolve();
    for (const stream of this.streams.keys()) if (stream.startsWith(`${kind}/`)) yield stream;
  }

  subscribe(call: (events: readonly StoredEvent[]) => void): () => void {
    const listener = { call };
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }
}
