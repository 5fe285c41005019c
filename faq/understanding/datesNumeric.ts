import { chooseYear, toDay } from './calendar.js';
import { toDayOfYear, type DateContext, type DatePattern } from './datePattern.js';

/** Dates in figures. */
export const NUMERIC_DATES: readonly DatePattern[] = [
  {
    pattern: /(?<![\d./-])(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g,
    read: ([year = '', , month = '', day = '']) => [toDay(Number(year), Number(month), Number(day))],
  },
  {
    pattern: /(?<!\d|[a-z]|-)(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?![\da-z-])/g,
    read: ([year = '', month = '', day = '']) => [toDay(Number(year), Number(month), Number(day))],
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(20\d\d|\d\d)(?![\d/-])/g,
    read: ([first = '', , second = '', year = ''], context) =>
      readBothOrders(Number(first), Number(second), context, (month, day) => toDayOfYear(year, month, day)),
  },
  {
    pattern: /(?<![\d./-]|[a-z])(\d{1,2})\/(\d{1,2})(?:号|日)?(?![\d/%-]|\.\d)/g,
    read: ([first = '', second = ''], context, whole) => {
      if (isNoDate(whole, context.text)) return [];
      const { today, isPast } = context;
      return readBothOrders(Number(first), Number(second), context, (month, day) =>
        chooseYear(month, day, today, isPast),
      ).sort((a, b) => Math.abs((a ?? 0) - today) - Math.abs((b ?? 0) - today));
    },
  },
];

/** Half a day, all day: a fraction is a date only where the text says so or is nothing else. */
function isNoDate(whole: string, text: string): boolean {
  if (whole === '24/7') return true;
  const isFraction = /^(?:1\/[2-4]|2\/3|3\/4)$/.test(whole);
  if (!isFraction || text.trim() === whole) return false;
  return !new RegExp(`(?:\\b(?:on|for|date|dated|flight)|日期|航班)[ :是]*${whole}`).test(text);
}

/** In Chinese the month stands first; English writers differ, so both readings stand where both exist. */
function readBothOrders(
  first: number,
  second: number,
  context: DateContext,
  find: (month: number, day: number) => number | undefined,
): (number | undefined)[] {
  if (first > 12) return [find(second, first)];
  if (second > 12 || first === second || context.language !== 'en') return [find(first, second)];
  return [find(first, second), find(second, first)];
}
