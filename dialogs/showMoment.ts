import { getIntlTag } from '../locales/index.js';
import type { Language } from '../locales/language.js';

/** A moment as the clocks of the zone show it: "23 November 2026 at 18:00". */
export function showTime(moment: Date | string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(getIntlTag(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(moment));
}

/** The time of day alone: "18:00". */
export function showClock(moment: Date | string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(getIntlTag(language), {
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(moment));
}

/** As `showTime`, with the zone behind it: for what a passenger elsewhere counts on. */
export function showMoment(moment: Date | string, language: Language, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' }).formatToParts(
    new Date(moment),
  );
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${showTime(moment, language, timeZone)} (${zone})`;
}
