import { getExpectedArrival, getExpectedDeparture } from './derive.js';
import type { Flight } from './flight.js';
import type { Ending, Watch } from './subscriptions.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A belt is worth waiting for, but not for ever. */
const BELT_WAIT = 45 * MINUTE;
/** Sources that never say `arrived`. */
const ARRIVAL_WAIT = 3 * HOUR;
const EXPIRY = 3 * DAY;

/** Why there is nothing more to look for; undefined while there is. `flight` is the newest that is known. */
export function findEnding(watch: Watch, flight: Flight, now: Date): Ending | undefined {
  const at = now.getTime();
  if (hasArrived(flight, at)) return 'arrived';
  const final = flight.status === 'cancelled' || flight.status === 'diverted' || flight.status === 'returned';
  if (final && at >= Date.parse(watch.toldAt) + DAY) return 'over';
  return at >= getDeparture(flight) + EXPIRY ? 'expired' : undefined;
}

function hasArrived(flight: Flight, at: number): boolean {
  if (flight.status !== 'arrived' && flight.status !== 'landed') return false;
  const since = at - Date.parse(flight.actualArrival ?? flight.updated ?? '');
  if (flight.status === 'landed') return since >= ARRIVAL_WAIT;
  return flight.belt !== null || !(since < BELT_WAIT);
}

/** When to look next: the closer something may happen, the sooner. */
export function planNextLook(flight: Flight, now: Date): Date {
  return new Date(now.getTime() + chooseInterval(flight, now.getTime()));
}

function chooseInterval(flight: Flight, at: number): number {
  switch (flight.status) {
    case 'cancelled':
    case 'diverted':
    case 'returned':
      return HOUR;
    case 'landed':
    case 'arrived':
      return 5 * MINUTE;
    case 'departed':
      return chooseInTheAir(flight, at);
    case 'scheduled':
    case 'check-in':
    case 'boarding':
    case 'gate-closed':
    case 'delayed':
    case 'unknown':
      return chooseBeforeDeparture(getDeparture(flight) - at);
  }
}

function chooseInTheAir(flight: Flight, at: number): number {
  const arrival = Date.parse(getExpectedArrival(flight) ?? flight.scheduledArrival ?? '');
  return arrival - at > 60 * MINUTE ? 15 * MINUTE : 5 * MINUTE;
}

function chooseBeforeDeparture(left: number): number {
  if (left > 2 * DAY) return Math.min(12 * HOUR, left - 2 * DAY + MINUTE);
  if (left > DAY) return 3 * HOUR;
  if (left > 6 * HOUR) return HOUR;
  if (left > 2 * HOUR) return 15 * MINUTE;
  // Long overdue: the source may have lost it.
  return left < -12 * HOUR ? HOUR : 5 * MINUTE;
}

function getDeparture(flight: Flight): number {
  const known = getExpectedDeparture(flight) ?? flight.scheduledDeparture;
  return Date.parse(known ?? `${flight.date}T12:00Z`);
}
