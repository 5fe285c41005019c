import { DateTime } from 'luxon';
import { RedeyeError } from '../../errors.js';

const HOUR = 3_600_000;
const HOURS_PAST = 10 * 24;
const HOURS_AHEAD = 2 * 24;

export interface Window {
  /** ISO 8601, UTC, to the second: what AeroAPI takes. */
  readonly start: string;
  readonly end: string;
  /** AeroAPI covers only part of the day: what is not found may still exist. */
  readonly cut: boolean;
}

/**
 * The moments to ask about for a day of departure, cut to the 10 days back and 2 ahead that AeroAPI takes. Without a
 * zone it covers that day everywhere on Earth. Fails with `flights.out-of-range` where nothing is left.
 */
export function openWindow(date: string, zone: string | undefined, now: Date): Window {
  const day = DateTime.fromISO(date, { zone: zone ?? 'utc' });
  if (!day.isValid) throw new RedeyeError('flights.out-of-range', date);
  const start = day.toMillis() - (zone ? 0 : 14 * HOUR);
  const end = day.plus({ days: 1 }).toMillis() + (zone ? 0 : 12 * HOUR);
  // A minute of margin, lest the request be late for its own edge.
  const first = now.getTime() - HOURS_PAST * HOUR + 60_000;
  const last = now.getTime() + HOURS_AHEAD * HOUR - 60_000;
  if (end <= first || start >= last) throw new RedeyeError('flights.out-of-range', date);
  return {
    start: format(Math.max(start, first)),
    end: format(Math.min(end, last)),
    cut: start < first || end > last,
  };
}

function format(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}
