import { extractEntities } from '../../faq/understanding/extractEntities.js';
import type { Language } from '../../locales/language.js';
import type { SaidDay } from './flightQuery.js';

export interface DayContext {
  readonly now: Date;
  /** IANA zone in which the words were read first. */
  readonly timeZone: string;
  readonly language: Language;
}

/**
 * The days that words mean where the flight departs: "today" in London may be yesterday in Shanghai. Words that meant
 * something else when they were said (on an earlier day, or with the sentence around them) keep that meaning.
 */
export function readDaysIn(
  timeZone: string,
  { words, days }: SaidDay,
  context: DayContext,
): readonly string[] {
  const read = (zone: string): readonly string[] =>
    extractEntities(words, { ...context, timeZone: zone }).dates?.[0]?.dates ?? [];
  const asSaid = read(context.timeZone);
  if (asSaid.length !== days.length || asSaid.some((day, index) => day !== days[index])) return days;
  const there = read(timeZone);
  return there.length === 0 ? days : there;
}
