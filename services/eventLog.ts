import { createHash } from 'node:crypto';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Something that happened, before it has a place in a stream. */
export interface NewEvent {
  /** Past tense, kebab-case: `claim-filed`, `activity-received`. */
  readonly type: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Who did it: `passenger:<id>`, `bot`, `agent:<id>`, `system`. */
  readonly actor: string;
  readonly data: Json;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** 1 for the first event of its stream, then without gaps. */
  readonly version: number;
  /** The hash of the event before it in the stream; empty for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** The version a writer believes the stream to have; `any` appends whatever it is. */
export type ExpectedVersion = number | 'any';

/**
 * Streams of events, each only ever appended to. A stream's name is `<kind>/<id>`, kind in lower case
 * (`conversation/…`, `claim/…`); an id may hold any characters.
 */
export interface EventLog {
  /**
   * Appends all events or none and returns them as stored, once they would survive the end of the process.
   * Fails with `storage.conflict` when the stream is not at `expectedVersion`.
   */
  append(
    stream: string,
    events: readonly NewEvent[],
    expectedVersion: ExpectedVersion,
  ): Promise<StoredEvent[]>;
  /** Events with a version above `after` (0: from the first), oldest first; an unknown stream is empty. */
  read(stream: string, after?: number): Promise<StoredEvent[]>;
  /** Up to `count` newest events, oldest of them first. Costs the same however long the stream is. */
  readLast(stream: string, count: number): Promise<StoredEvent[]>;
  /** Names of the streams of one kind, in no promised order. */
  list(kind: string): AsyncIterable<string>;
  /**
   * Calls back after each append, in order per stream, and returns how to stop that. Of this process's own appends
   * before they return; of those of other processes, where there may be any, soon after. Not promised: that appends of
   * others are heard which fall in a time without connection, unless a later one of the same stream is heard.
   */
  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void;
}

/** The chain's link: covers the event, its place and the event before it. */
export function hashEvent(event: Omit<StoredEvent, 'hash'>): string {
  const { stream, version, type, time, actor, data, previousHash } = event;
  return createHash('sha256')
    .update(JSON.stringify([stream, version, type, time, actor, sortKeys(data), previousHash]))
    .digest('hex');
}

/** The first event whose hash or link does not hold, or undefined when the whole stream is as it was written. */
export function findTampering(events: readonly StoredEvent[]): StoredEvent | undefined {
  let previousHash = '';
  let version = 0;
  for (const event of events) {
    version += 1;
    if (event.version !== version || event.previousHash !== previousHash || event.hash !== hashEvent(event)) {
      return event;
    }
    previousHash = event.hash;
  }
  return undefined;
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key] as Json)]),
  );
}
