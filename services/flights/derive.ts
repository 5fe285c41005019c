import { DateTime } from 'luxon';
import { findTimeZone } from '../../locales/places/index.js';
import type { Flight, FlightStatus } from './flight.js';

export type StateFamily = 'before-departure' | 'in-the-air' | 'landed' | 'disrupted' | 'unknown';

const FAMILIES: Record<FlightStatus, StateFamily> = {
  scheduled: 'before-departure',
  'check-in': 'before-departure',
  boarding: 'before-departure',
  'gate-closed': 'before-departure',
  delayed: 'before-departure',
  departed: 'in-the-air',
  landed: 'landed',
  arrived: 'landed',
  diverted: 'disrupted',
  returned: 'disrupted',
  cancelled: 'disrupted',
  unknown: 'unknown',
};

/** What the passenger can do now depends on this. A delayed flight is before departure until it is known to be off. */
export function getStateFamily(flight: Flight): StateFamily {
  if (flight.status !== 'delayed') return FAMILIES[flight.status];
  if (flight.actualArrival) return 'landed';
  return flight.actualDeparture ? 'in-the-air' : 'before-departure';
}

export interface Delays {
  /** Minutes after schedule, negative when early, null when not known. The actual time counts before the estimate. */
  readonly departure: number | null;
  readonly arrival: number | null;
}

/** A cancelled or diverted flight has no delay at what it did not reach. */
export function getDelays(flight: Flight): Delays {
  const departed = flight.status !== 'cancelled';
  const arrived = departed && flight.status !== 'diverted' && flight.status !== 'returned';
  return {
    departure: departed ? countMinutes(flight.scheduledDeparture, getExpectedDeparture(flight)) : null,
    arrival: arrived ? countMinutes(flight.scheduledArrival, getExpectedArrival(flight)) : null,
  };
}

/** The actual time, else the estimate; null when the source knows neither. */
export function getExpectedDeparture(flight: Flight): string | null {
  return flight.actualDeparture ?? flight.estimatedDeparture;
}

export function getExpectedArrival(flight: Flight): string | null {
  return flight.actualArrival ?? flight.estimatedArrival;
}

/** Whole minutes from one moment to another; null when one is not known. */
export function countMinutes(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

export interface LocalMoment {
  /** `YYYY-MM-DD` and `HH:mm` at the airport. */
  readonly day: string;
  readonly time: string;
  /** Days after the flight's date: 1 is written +1. */
  readonly plusDays: number;
  /** IANA zone; null for an airport not known here: then day and time are in the offset the source gave. */
  readonly zone: string | null;
  /** `+08:00`. */
  readonly offset: string;
}

/** A moment as the clocks at an airport show it. */
export function toLocalMoment(moment: string, airport: string, date: string): LocalMoment {
  const zone = findTimeZone(airport) ?? null;
  const local = DateTime.fromISO(moment, zone ? { zone } : { setZone: true });
  const day = local.toFormat('yyyy-MM-dd');
  return {
    day,
    time: local.toFormat('HH:mm'),
    plusDays: Math.round((Date.parse(day) - Date.parse(date)) / 86_400_000),
    zone,
    offset: local.toFormat('ZZ'),
  };
}

export interface LocalTimes {
  readonly scheduled: LocalMoment | null;
  readonly estimated: LocalMoment | null;
  readonly actual: LocalMoment | null;
}

/**
 * All known times, each in its airport's local time. Those of a diverted flight's arrival are where it landed; of a
 * returned one, where it came back to; its scheduled arrival stays at the destination.
 */
export function listLocalTimes(flight: Flight): {
  readonly departure: LocalTimes;
  readonly arrival: LocalTimes;
} {
  const landing = getLandingAirport(flight);
  const localize = (moment: string | null, airport: string): LocalMoment | null =>
    moment === null ? null : toLocalMoment(moment, airport, flight.date);
  return {
    departure: {
      scheduled: localize(flight.scheduledDeparture, flight.origin),
      estimated: localize(flight.estimatedDeparture, flight.origin),
      actual: localize(flight.actualDeparture, flight.origin),
    },
    arrival: {
      scheduled: localize(flight.scheduledArrival, flight.destination),
      estimated: localize(flight.estimatedArrival, landing),
      actual: localize(flight.actualArrival, landing),
    },
  };
}

/** Where the flight lands or landed, as far as is known. */
export function getLandingAirport(flight: Flight): string {
  if (flight.status === 'returned') return flight.origin;
  return flight.divertedTo ?? flight.destination;
}

/** By scheduled departure; those without one last. */
export function sortByDeparture(flights: readonly Flight[]): Flight[] {
  const moment = (flight: Flight): number =>
    flight.scheduledDeparture ? Date.parse(flight.scheduledDeparture) : Number.MAX_SAFE_INTEGER;
  return [...flights].sort((one, other) => moment(one) - moment(other));
}
