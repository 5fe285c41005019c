import { z } from 'zod';
import { RedeyeError } from '../errors.js';
import type { Json, NewEvent, StoredEvent } from '../eventLog.js';
import { evolveFloor } from './evolveFloor.js';
import { EMPTY_FLOOR, type Floor } from './floor.js';
import type { FloorEvent } from './floorEvent.js';
import { floorEventSchema, floorSchema } from './floorSchema.js';

export const FLOOR_KIND = 'floor';
const DIGITS = 8;

const CARRIED = 'floor-carried';
const CLOSED = 'segment-closed';
const carriedSchema = z.object({ floor: floorSchema });

/** The floor as of an event of a segment. */
export interface FloorPosition {
  /** 1 for the first. */
  readonly segment: number;
  /** Events of the segment read so far. */
  readonly version: number;
  /** The segment's last event was read: what comes next stands in the next one. */
  readonly isClosed: boolean;
  readonly floor: Floor;
}

/** Before the first event of the oldest segment. */
export const FLOOR_START: FloorPosition = { segment: 0, version: 0, isClosed: true, floor: EMPTY_FLOOR };

export function nameSegment(segment: number): string {
  return `${FLOOR_KIND}/${String(segment).padStart(DIGITS, '0')}`;
}

/** The number of a segment's stream; undefined for any other stream. */
export function parseSegment(stream: string): number | undefined {
  const match = /^floor\/(\d+)$/.exec(stream);
  return match ? Number(match[1]) : undefined;
}

/** What is appended, and where, for these events to follow a position; the last of a full segment closes it. */
export function describeAppend(
  { segment, version, isClosed, floor }: FloorPosition,
  events: readonly FloorEvent[],
  limit: number,
): { stream: string; events: NewEvent[]; expectedVersion: number } {
  const time = events[0]?.time ?? '';
  const machinery = { time, actor: 'system' };
  const carried: NewEvent = { ...machinery, type: CARRIED, data: { floor } as unknown as Json };
  const own = events.map((event): NewEvent => ({ ...event, data: event.data as unknown as Json }));
  const appended = isClosed ? [carried, ...own] : own;
  const expectedVersion = isClosed ? 0 : version;
  if (expectedVersion + appended.length >= limit) {
    appended.push({ ...machinery, type: CLOSED, data: {} });
  }
  return { stream: nameSegment(isClosed ? segment + 1 : segment), events: appended, expectedVersion };
}

/**
 * The position after these events of one segment, and those among them that changed the floor. Events before the
 * position are passed over; so are all from the first that is not the next one. Fails with `storage.corrupt`.
 */
export function advancePosition(
  start: FloorPosition,
  stored: readonly StoredEvent[],
): { position: FloorPosition; events: FloorEvent[] } {
  let position = start;
  const events: FloorEvent[] = [];
  for (const each of stored) {
    const segment = parseSegment(each.stream);
    const isNext = position.isClosed
      ? segment === position.segment + 1 && each.version === 1
      : segment === position.segment && each.version === position.version + 1;
    if (!isNext || segment === undefined) continue;
    if (position.isClosed && each.type !== CARRIED) throw new RedeyeError('storage.corrupt', each.stream);
    const next = { segment, version: each.version, isClosed: each.type === CLOSED };
    if (each.type === CARRIED) {
      position = { ...next, floor: readStored(each, carriedSchema, each.data).floor };
    } else if (each.type === CLOSED) {
      position = { ...next, floor: position.floor };
    } else {
      const event = readStored(each, floorEventSchema, each);
      position = { ...next, floor: evolveFloor(position.floor, event) };
      events.push(event);
    }
  }
  return { position, events };
}

function readStored<T>(stored: StoredEvent, schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const place = `${stored.stream}, event ${String(stored.version)} (${stored.type})`;
  throw new RedeyeError('storage.corrupt', place, { cause: read.error });
}
