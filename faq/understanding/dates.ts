import type { Language } from '../../locales/language.js';
import { findToday, formatDay } from './calendar.js';
import type { DateContext, DatePattern } from './datePattern.js';
import { CHINESE_DATES } from './datesChinese.js';
import { ENGLISH_DATES } from './datesEnglish.js';
import { NUMERIC_DATES } from './datesNumeric.js';
import type { DateEntity } from './entities.js';
import type { FoldedText } from './offsets.js';

export interface DateOptions {
  readonly now: Date;
  /** IANA zone whose calendar "tomorrow" is read from; an unknown one is taken as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** English leaves 3/12 open; in Chinese it is the third month's twelfth day. */
  readonly language: Language;
}

// Most sentences hold no date: one look decides whether the patterns are tried at all.
const MAY_HOLD_CHINESE =
  /[昨今明后前听寻琴][天日晚夜晨早儿]|天[之以]?[前后]|周|星期|礼拜|月|[\d一二三四五六七八九十廿卅] ?[号日]|\d\.\d|[明后]天/;
const MAY_HOLD_NUMERIC = /\d[/.-]\d|20\d{6}/;
const MAY_HOLD_ENGLISH =
  /day|week|night|nite|morning|afternoon|evening|orr?ow|\bt[mo]r?[rw]|2m|\b(?:mon|tue|wed|thu|fri|sat|sun)|\d(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]{0,7}[ -]?(?:the )?\d|\d[a-z ]{0,6}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const SPEAKS_OF_PAST =
  /没到|没收到|没拿到|没来|未到|丢|弄坏|摔|破损|损坏|坏了|少了|落在|投诉|坐的|飞的|到的|回来的|报的|投的|之前|当时|上次|已经|\b(?:was|were|did|didn'?t|flew|lost|never|arrived|landed|missed|missing|damaged|broken|broke|took|came|had|ago|reported|filed|stolen|vanished|left (?:my|a|it))\b/;

/** Days said in words or figures, in both languages; near the present where the year or the month is left out. */
export function findDates(text: FoldedText, options: DateOptions): DateEntity[] {
  const patterns = choosePatterns(text.lower);
  if (patterns.length === 0) return [];
  const today = findToday(options.now, options.timeZone);
  if (today === undefined) return [];
  const context = {
    today,
    language: options.language,
    isPast: SPEAKS_OF_PAST.test(text.lower),
    text: text.lower,
  };
  const found = patterns.flatMap((pattern) => matchPattern(pattern, text, context));
  return mergeNeighbours(keepLongest(found), text.original);
}

function choosePatterns(text: string): DatePattern[] {
  return [
    ...(MAY_HOLD_CHINESE.test(text) ? CHINESE_DATES : []),
    ...(MAY_HOLD_NUMERIC.test(text) ? NUMERIC_DATES : []),
    ...(MAY_HOLD_ENGLISH.test(text) ? ENGLISH_DATES : []),
  ];
}

function matchPattern({ pattern, read }: DatePattern, text: FoldedText, context: DateContext): DateEntity[] {
  const found: DateEntity[] = [];
  for (const match of text.lower.matchAll(pattern)) {
    const [whole, ...groups] = match;
    const days = read(groups, context, whole).filter((day) => day !== undefined && Number.isFinite(day));
    const dates = [...new Set(days.map((day) => formatDay(day as number)))];
    if (dates.length > 0) found.push({ ...text.locate(match.index, match.index + whole.length), dates });
  }
  return found;
}

/** Of readings that share characters the longest is meant: "day after tomorrow" over "tomorrow". */
function keepLongest(found: readonly DateEntity[]): DateEntity[] {
  const kept: DateEntity[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const NOTHING_BETWEEN = /^[\s,，(（]*$/;

/** "Thursday 26 November" is one date said twice, not two dates. */
function mergeNeighbours(found: readonly DateEntity[], original: string): DateEntity[] {
  return found.reduce<DateEntity[]>((merged, date) => {
    const last = merged.at(-1);
    const shared = last?.dates.filter((day) => date.dates.includes(day)) ?? [];
    if (!last || shared.length === 0 || !NOTHING_BETWEEN.test(original.slice(last.end, date.start))) {
      return [...merged, date];
    }
    const text = original.slice(last.start, date.end);
    return [...merged.slice(0, -1), { text, start: last.start, end: date.end, dates: shared }];
  }, []);
}
