import { countMinutes, getExpectedArrival, getExpectedDeparture } from './derive.js';
import type { Flight } from './flight.js';

/** A time moves by less than this without anyone being told. */
const NOTABLE_MINUTES = 5;

export type FlightChange =
  | { readonly what: 'status'; readonly from: Flight['status']; readonly to: Flight['status'] }
  | { readonly what: 'may-be-cancelled' }
  | { readonly what: 'diverted-to'; readonly from: string | null; readonly to: string }
  | {
      readonly what: 'departure' | 'arrival';
      readonly from: string | null;
      readonly to: string;
      /** Later when positive; null when no time was known before. */
      readonly minutes: number | null;
    }
  | { readonly what: Place; readonly from: string | null; readonly to: string };

const PLACES = [
  'terminal',
  'gate',
  'checkInDesks',
  'arrivalTerminal',
  'arrivalGate',
  'belt',
] as const satisfies readonly (keyof Flight)[];
type Place = (typeof PLACES)[number];

/**
 * What a passenger who knows `before` should be told of `after`. Something no longer known is no change: it may be
 * the source that lost it. After `may-be-cancelled` any known status is news, also the one before.
 */
export function describeChanges(before: Flight, after: Flight): FlightChange[] {
  const changes: FlightChange[] = [];
  const known = before.hint ? 'unknown' : before.status;
  if (after.status !== known && after.status !== 'unknown') {
    changes.push({ what: 'status', from: known, to: after.status });
  }
  if (after.hint && !before.hint) changes.push({ what: 'may-be-cancelled' });
  if (after.divertedTo && after.divertedTo !== before.divertedTo) {
    changes.push({ what: 'diverted-to', from: before.divertedTo, to: after.divertedTo });
  }
  changes.push(...describeTime('departure', getDeparture(before), getDeparture(after)));
  changes.push(...describeTime('arrival', getArrival(before), getArrival(after)));
  for (const what of PLACES) {
    const [from, to] = [before[what], after[what]];
    if (to !== null && to !== from) changes.push({ what, from, to });
  }
  return changes;
}

/**
 * What a passenger knows who knew `before` and was told of `after`: the new where there is new, else what they knew.
 * Nothing is left to describe then: `describeChanges(rememberTold(before, after), after)` is empty.
 */
export function rememberTold(before: Flight, after: Flight): Flight {
  const known: Flight = { ...after };
  if (after.status === 'unknown') {
    known.status = before.status;
    known.hint ??= before.hint;
  }
  known.divertedTo ??= before.divertedTo;
  for (const what of PLACES) known[what] ??= before[what];
  known.scheduledDeparture ??= before.scheduledDeparture;
  known.scheduledArrival ??= before.scheduledArrival;
  if (getExpectedDeparture(after) === null) {
    known.estimatedDeparture = before.estimatedDeparture;
    known.actualDeparture = before.actualDeparture;
  }
  if (getExpectedArrival(after) === null) {
    known.estimatedArrival = before.estimatedArrival;
    known.actualArrival = before.actualArrival;
  }
  return known;
}

interface Times {
  readonly scheduled: string | null;
  readonly expected: string | null;
}

function getDeparture(flight: Flight): Times {
  return { scheduled: flight.scheduledDeparture, expected: getExpectedDeparture(flight) };
}

function getArrival(flight: Flight): Times {
  return { scheduled: flight.scheduledArrival, expected: getExpectedArrival(flight) };
}

// An estimate is compared with what was expected before; a timetable only with a timetable.
function describeTime(what: 'departure' | 'arrival', before: Times, after: Times): FlightChange[] {
  const to = after.expected ?? after.scheduled;
  if (to === null) return [];
  const from = after.expected === null ? before.scheduled : (before.expected ?? before.scheduled);
  const minutes = countMinutes(from, to);
  if (minutes !== null && Math.abs(minutes) < NOTABLE_MINUTES) return [];
  return [{ what, from, to, minutes }];
}
