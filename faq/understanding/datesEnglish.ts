import {
  chooseMonth,
  chooseWeekday,
  chooseYear,
  findInWeek,
  findWeekend,
  getWeekday,
  type Day,
} from './calendar.js';
import { toDayOfYear, type DateContext, type DatePattern } from './datePattern.js';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const SHORT_WEEKDAYS = 'mon|tues?|wed|thu(?:rs?)?|fri|sat|sun';
const WEEKDAY_STARTS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const YEAR = "(?:(?:,? |-)(20\\d\\d)|[-' ]?(\\d\\d)(?![\\d:]| ?[a-z]))?(?!\\d)";
const SMALL_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** English ways of saying a date. */
export const ENGLISH_DATES: readonly DatePattern[] = [
  { pattern: /\b(?:the )?day after (?:tomorrow|tmrw?)\b/g, read: (_groups, { today }) => [today + 2] },
  { pattern: /\b(?:the )?day before yesterday\b/g, read: (_groups, { today }) => [today - 2] },
  {
    pattern: /\b(?:tomm?orr?ow|tmrw?|tmw|2moro?row?|2mrw)\b/g,
    read: (_groups, { today }) => [today + 1],
  },
  { pattern: /\b(?:yesterday|yday|last night)\b/g, read: (_groups, { today }) => [today - 1] },
  {
    pattern: /\b(?:today|2day|tonight|tonite|this (?:morning|afternoon|evening))\b/g,
    read: (_groups, { today }) => [today],
  },
  {
    pattern: new RegExp(
      `(?<!every |each |black )\\b(?:(this|next|last|past|following) (?:coming )?|(coming) )?(${WEEKDAYS})\\b((?: of)? next week)?`,
      'g',
    ),
    read: ([which, , name = '', nextWeek], context) => readWeekday(nextWeek ? 'week' : which, name, context),
  },
  {
    pattern: new RegExp(
      `\\b(?:(this|next|last)|on|for|by|until|till|since|coming) (${SHORT_WEEKDAYS})\\b(?!'|-)`,
      'g',
    ),
    read: ([which, name = ''], context) => readWeekday(which, name, context),
  },
  {
    pattern: new RegExp(`(?:(?<=^\\W*)(?:${SHORT_WEEKDAYS})(?=\\W*$))|\\b(?:tues?|thurs?|fri)\\b`, 'g'),
    read: (_groups, context, whole) => readWeekday(undefined, whole, context),
  },
  {
    pattern: new RegExp(`\\bnext week(?: on)?,? (${WEEKDAYS}|${SHORT_WEEKDAYS})\\b`, 'g'),
    read: ([name = ''], context) => readWeekday('week', name, context),
  },
  {
    pattern: /\b(this|next|last|coming) weekend\b/g,
    read: ([which], { today }) => {
      const weeks = which === 'next' ? 1 : which === 'last' ? -1 : 0;
      return findWeekend(today, weeks);
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d.:/-])\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(${MONTHS})(?![a-z])\\.?${YEAR}`,
      'g',
    ),
    read: ([day = '', month = '', year, shortYear], context, whole) => {
      if (
        /^\d+ may$/.test(whole) &&
        new RegExp(`${whole} (?:be|have|not|i|we|my|get|need)\\b`).test(context.text)
      )
        return [];
      return readMonthDay(month, day, year ?? shortYear, context);
    },
  },
  {
    pattern: new RegExp(
      `\\b(${MONTHS})\\.?[ -]?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%]|[:.]\\d| ?(?:kg|bags?|people|days?|hours?|pm|am)\\b)(?:,? (20\\d\\d))?`,
      'g',
    ),
    read: ([month = '', day = '', year], context, whole) => {
      const isVerb =
        month === 'may' && !/(?:st|nd|rd|th)$/.test(whole) && !year && !saysOnBefore(whole, context.text);
      return isVerb ? [] : readMonthDay(month, day, year, context);
    },
  },
  {
    pattern:
      /\b(?:on |for )?the (\d{1,2})(?:st|nd|rd|th)\b(?=[\s,.?!;]*$|[,.?!;]| (?:from|to|at|my|i|we|flight|and|but|of this month)\b)/g,
    read: ([day = ''], { today, isPast }) => chooseMonth(Number(day), today, isPast),
  },
  {
    pattern: /\b(\d{1,2}|one|two|three|four|five|six|seven) days? (ago|from now)\b/g,
    read: ([number = '', direction], { today }) => {
      const days = /\d/.test(number) ? Number(number) : SMALL_NUMBERS.indexOf(number) + 1;
      return [direction === 'ago' ? today - days : today + days];
    },
  },
  {
    pattern:
      /\b(?:fl(?:y|ies|ying)|leav(?:e|es|ing)|depart(?:s|ing)?|travel(?:l?ing)?|flight(?: is)?|^)(?: out)? ?in (\d{1,2}|two|three|four|five|six|seven) days\b/g,
    read: ([number = ''], { today }) => [
      today + (/\d/.test(number) ? Number(number) : SMALL_NUMBERS.indexOf(number) + 1),
    ],
  },
];

function saysOnBefore(whole: string, text: string): boolean {
  return (
    text.trim() === whole ||
    new RegExp(`\\b(?:on|of|for|from|until|till|by|since|date:?|the|is) ${whole}`).test(text)
  );
}

function readMonthDay(
  month: string,
  day: string,
  year: string | undefined,
  context: DateContext,
): (Day | undefined)[] {
  const number = MONTH_STARTS.indexOf(month.slice(0, 3)) + 1;
  if (year) return [toDayOfYear(year, number, Number(day))];
  return [chooseYear(number, Number(day), context.today, context.isPast)];
}

/** "Next Friday" said on a Monday is the one in eleven days to most and the one in four to some: both stand. */
function readWeekday(which: string | undefined, name: string, { today, isPast }: DateContext): Day[] {
  const weekday = WEEKDAY_STARTS.indexOf(name.slice(0, 2)) + 1;
  const upcoming = chooseWeekday(weekday, today + 1, false);
  if (which === 'week') return [findInWeek(today, weekday, 1)];
  if (which === 'next') return [...new Set([findInWeek(today, weekday, 1), upcoming])];
  if (which === 'following') return [upcoming];
  if (which === 'last' || which === 'past')
    return [chooseWeekday(weekday, today - 1, getWeekday(today - 1) !== weekday)];
  return [chooseWeekday(weekday, today, isPast && which === undefined)];
}
