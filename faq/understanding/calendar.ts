import { DateTime } from 'luxon';

/** A calendar day as the number of days since 1970-01-01: days are added and compared as integers. */
export type Day = number;

const MILLISECONDS_PER_DAY = 86_400_000;
const DEFAULT_ZONE = 'Asia/Shanghai';
/** A month and day said without a year is in the recent past rather than most of a year ahead: claims, complaints. */
const RECENT_DAYS = 60;
/** What is told of happened within this time; a date further back was not meant to be a past one. */
const REMEMBERED_DAYS = 200;

/** The day it is at that moment in that zone; undefined when the moment is not one. */
export function findToday(now: Date, timeZone: string): Day | undefined {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const valid = local.isValid ? local : DateTime.fromJSDate(now, { zone: DEFAULT_ZONE });
  return valid.isValid ? toDay(valid.year, valid.month, valid.day) : undefined;
}

/** Undefined for a day the calendar has not (30 February). */
export function toDay(year: number, month: number, day: number): Day | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists ? moment.getTime() / MILLISECONDS_PER_DAY : undefined;
}

export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function getWeekday(day: Day): number {
  return ((day + 3) % 7) + 1;
}

/** The weekday of the week (Monday to Sunday) that lies so many weeks from today's. */
export function findInWeek(today: Day, weekday: number, weeksAhead: number): Day {
  return today - getWeekday(today) + weekday + 7 * weeksAhead;
}

/** Saturday and Sunday of a week; of this week's only what is not over. */
export function findWeekend(today: Day, weeksAhead: number): Day[] {
  const days = [findInWeek(today, 6, weeksAhead), findInWeek(today, 7, weeksAhead)];
  return weeksAhead === 0 ? days.filter((day) => day >= today) : days;
}

/** The weekday's next occurrence, today included; or its last one when the words speak of the past. */
export function chooseWeekday(weekday: number, today: Day, isPast: boolean): Day {
  const distance = (weekday - getWeekday(today) + 7) % 7;
  return isPast && distance > 0 ? today + distance - 7 : today + distance;
}

/** Month and day in the year that makes sense for a flight, as the words speak of the past or not. */
export function chooseYear(month: number, day: number, today: Day, isPast: boolean): Day | undefined {
  const { year } = splitDay(today);
  const days = [year - 1, year, year + 1]
    .map((candidate) => toDay(candidate, month, day))
    .filter((candidate) => candidate !== undefined);
  const last = days.findLast((it) => it <= today && it >= today - REMEMBERED_DAYS);
  if (isPast && last !== undefined) return last;
  return days.find((it) => it >= today - RECENT_DAYS);
}

/** A day of the month that makes sense: the next one, and beside it the last one where that is only days ago. */
export function chooseMonth(day: number, today: Day, isPast: boolean): Day[] {
  const days = [-2, -1, 0, 1, 2]
    .map((months) => findInMonth(today, day, months))
    .filter((candidate) => candidate !== undefined);
  const next = days.find((it) => it >= today);
  const last = days.findLast((it) => it <= today);
  if (isPast) return last === undefined ? [] : [last];
  if (next === undefined) return [];
  const isLastClose = last !== undefined && today - last <= 7 && next - today > 14;
  return isLastClose ? [next, last] : [next];
}

/** A day of the month that lies so many months from today's. */
export function findInMonth(today: Day, day: number, monthsAhead: number): Day | undefined {
  const { year, month } = splitDay(today);
  const months = year * 12 + month - 1 + monthsAhead;
  return toDay(Math.floor(months / 12), (months % 12) + 1, day);
}

export function splitDay(day: Day): { year: number; month: number } {
  const moment = new Date(day * MILLISECONDS_PER_DAY);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1 };
}
