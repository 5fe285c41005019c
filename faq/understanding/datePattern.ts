import type { Language } from '../../locales/language.js';
import { toDay, type Day } from './calendar.js';

/** What a date's words are understood against. */
export interface DateContext {
  readonly today: Day;
  readonly language: Language;
  /** Whether the text speaks of what has happened: then a date without year or month is a past one. */
  readonly isPast: boolean;
  /** The text in lower case, for patterns that need the words around. */
  readonly text: string;
}

/** One way of saying a date. `read` gets the match's groups and returns the days it can mean; none rejects the match. */
export interface DatePattern {
  readonly pattern: RegExp;
  readonly read: (
    groups: readonly string[],
    context: DateContext,
    whole: string,
  ) => readonly (Day | undefined)[];
}

/** A year written with two or four digits. */
export function toDayOfYear(year: string, month: number, day: number): Day | undefined {
  return toDay(Number(year) + (year.length === 2 ? 2000 : 0), month, day);
}
