import { z } from 'zod';
import {
  hashEvent,
  type ExpectedVersion,
  type Json,
  type NewEvent,
  type StoredEvent,
} from '../../../services/eventLog.js';
import { RedeyeError } from '../../../services/errors.js';

const eventSchema = z.object({
  stream: z.string(),
  version: z.number().int().positive(),
  type: z.string(),
  time: z.string(),
  actor: z.string(),
  // Came out of a JSON file: it is JSON, and checking a conversation's worth of it again would only cost time.
  data: z.custom<Json>((value) => value !== undefined),
  previousHash: z.string(),
  hash: z.string(),
});

export const segmentSchema = z
  .object({
    /** Version of the first event of the segment before this one; 0 in a stream's first segment. */
    previous: z.number().int().nonnegative(),
    events: z.array(eventSchema).min(1),
  })
  .refine(({ previous, events }) => (previous === 0) === (events[0]?.version === 1), {
    error: 'is not linked to the events before it',
  });

/** A run of a stream's events: what one file holds. */
export type Segment = z.infer<typeof segmentSchema>;

export function getVersion(segment: Segment | undefined): number {
  return segment?.events.at(-1)?.version ?? 0;
}

export function getFirstVersion(segment: Segment): number {
  return segment.events[0]?.version ?? 0;
}

/** Gives events their place behind `segment`: version, link and hash. */
export function chainEvents(
  stream: string,
  events: readonly NewEvent[],
  segment: Segment | undefined,
): StoredEvent[] {
  let version = getVersion(segment);
  let previousHash = segment?.events.at(-1)?.hash ?? '';
  return events.map((event) => {
    version += 1;
    // What is hashed and handed back is what a later read will find, whatever the caller does to its object.
    const { type, time, actor, data } = JSON.parse(JSON.stringify(event)) as NewEvent;
    const unhashed = { stream, version, type, time, actor, data, previousHash };
    previousHash = hashEvent(unhashed);
    return { ...unhashed, hash: previousHash };
  });
}

export function checkVersion(stream: string, segment: Segment | undefined, expected: ExpectedVersion): void {
  const version = getVersion(segment);
  if (expected === 'any' || expected === version) return;
  throw new RedeyeError('storage.conflict', `${stream} is at ${String(version)}, not at ${String(expected)}`);
}
