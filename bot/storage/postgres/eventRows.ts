import { z } from 'zod';
import { RedeyeError } from '../../../services/errors.js';
import { hashEvent, type Json, type NewEvent, type StoredEvent } from '../../../services/eventLog.js';
import type { Row } from './database.js';

const rowSchema = z.object({
  version: z.int().positive(),
  event: z.object({
    type: z.string(),
    time: z.string(),
    actor: z.string(),
    // Came out of a column of JSON.
    data: z.custom<Json>((value) => value !== undefined),
  }),
  previous_hash: z.string(),
  hash: z.string(),
});

/** Where a stream ends. */
export interface Head {
  readonly version: number;
  readonly hash: string;
}

export const headSchema = z.object({ version: z.int().positive(), hash: z.string() });

/** Fails with `storage.corrupt`, naming the event, when the row is not one of an event. */
export function readEventRow(stream: string, row: Row): StoredEvent {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) {
    const place = `event ${String(row['version'])} of ${stream}`;
    throw new RedeyeError('storage.corrupt', `${place} is not an event`, { cause: parsed.error });
  }
  const { version, event, previous_hash: previousHash, hash } = parsed.data;
  const { type, time, actor, data } = event;
  return { stream, version, type, time, actor, data, previousHash, hash };
}

/** Gives events their place behind the head: version, link and hash. */
export function chainBehind(
  head: Head | undefined,
  stream: string,
  events: readonly NewEvent[],
): StoredEvent[] {
  let version = head?.version ?? 0;
  let previousHash = head?.hash ?? '';
  return events.map((event) => {
    version += 1;
    // What is hashed and handed back is what a later read will find, whatever the caller does to its object.
    const { type, time, actor, data } = JSON.parse(JSON.stringify(event)) as NewEvent;
    const unhashed = { stream, version, type, time, actor, data, previousHash };
    previousHash = hashEvent(unhashed);
    return { ...unhashed, hash: previousHash };
  });
}

/** As parameters of the statement that stores them, one array a column. */
export function toColumns(events: readonly StoredEvent[]): unknown[] {
  return [
    events.map(({ version }) => version),
    events.map(({ type, time, actor, data }) => JSON.stringify({ type, time, actor, data })),
    events.map(({ previousHash }) => previousHash),
    events.map(({ hash }) => hash),
  ];
}
