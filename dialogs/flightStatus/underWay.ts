import { DateTime } from 'luxon';
import { getExpectedArrival, getExpectedDeparture, getStateFamily } from '../../services/flights/derive.js';
import type { Flight } from '../../services/flights/port.js';

const HOUR = 3_600_000;
/** So long after landing people still ask for the belt. */
const AFTER_LANDING = 3 * HOUR;
/** A flight that has not left so long after its time is not what is asked about. */
const OVERDUE = 12 * HOUR;

/** Whether a flight of yesterday may be the one that is meant now: late to leave, in the air, or just landed. */
export function isUnderWay(flight: Flight, now: Date): boolean {
  const at = now.getTime();
  const arrival = Date.parse(getExpectedArrival(flight) ?? flight.scheduledArrival ?? '');
  const departure = Date.parse(getExpectedDeparture(flight) ?? flight.scheduledDeparture ?? '');
  switch (getStateFamily(flight)) {
    case 'in-the-air':
      return !(at - arrival > OVERDUE);
    case 'landed':
      return at - arrival < AFTER_LANDING;
    case 'before-departure':
      return at - departure < OVERDUE;
    case 'disrupted':
      return flight.status !== 'cancelled' && at - arrival < AFTER_LANDING;
    case 'unknown':
      return at < arrival;
  }
}

/** A calendar day some days later or earlier. */
export function shiftDay(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
