import { DateTime } from 'luxon';

/** The calendar day (`YYYY-MM-DD`) of a moment in an IANA time zone. */
export function getLocalDay(moment: Date, timeZone: string): string {
  return DateTime.fromJSDate(moment, { zone: timeZone }).toFormat('yyyy-MM-dd');
}
