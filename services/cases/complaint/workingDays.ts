import { DateTime } from 'luxon';

/** Which days are worked: Monday to Friday, but for these. Days are `YYYY-MM-DD`. */
export interface WorkingCalendar {
  /** IANA zone in which the days begin and end. */
  readonly timeZone: string;
  readonly holidays: readonly string[];
  /** Saturdays and Sundays worked in exchange for a holiday. */
  readonly workedWeekendDays: readonly string[];
}

const SATURDAY = 6;

/** The end of the `count`th working day after the day of `from`; the day itself does not count. */
export function addWorkingDays(from: Date, count: number, calendar: WorkingCalendar): Date {
  let day = DateTime.fromJSDate(from, { zone: calendar.timeZone }).startOf('day');
  for (let left = count; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day.endOf('day').toJSDate();
}

function isWorkingDay(date: DateTime, { holidays, workedWeekendDays }: WorkingCalendar): boolean {
  const day = date.toFormat('yyyy-MM-dd');
  if (holidays.includes(day)) return false;
  return date.weekday < SATURDAY || workedWeekendDays.includes(day);
}
