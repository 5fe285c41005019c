import { DateTime } from 'luxon';
import { findTimeZone } from '../../locales/places/index.js';

/** The IANA zone of an airport, or `fallback` for one that is not known. */
export function chooseZone(station: string | undefined, fallback: string): string {
  return (station === undefined ? undefined : findTimeZone(station)) ?? fallback;
}

/** A moment of a calendar day in a zone. */
export function getMoment(day: string, hour: number, zone: string): Date {
  return DateTime.fromISO(day, { zone }).set({ hour }).toJSDate();
}
