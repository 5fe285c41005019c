import type { Language } from '../../../locales/language.js';
import { getIntlTag } from './pageLanguage.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A running time, short and the same in all languages: `0:07`, `12:30`, `1:02:05`. Never negative. */
export function formatRunning(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE)];
  const tail = String(seconds % MINUTE).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** A long time in its two largest units, in words: `3 hrs 20 min`. */
export function formatLong(milliseconds: number, language: Language): string {
  const seconds = Math.abs(milliseconds) / 1000;
  const amounts: [number, string][] =
    seconds >= DAY
      ? [
          [Math.floor(seconds / DAY), 'day'],
          [Math.floor((seconds % DAY) / HOUR), 'hour'],
        ]
      : [
          [Math.floor(seconds / HOUR), 'hour'],
          [Math.floor((seconds % HOUR) / MINUTE), 'minute'],
        ];
  const shown = amounts.filter(([amount], index) => amount > 0 || (index === 1 && seconds < HOUR));
  const words = shown.map(([amount, unit]) =>
    new Intl.NumberFormat(getIntlTag(language), { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
  );
  return words.join(' ');
}

/** The time of day in the agent's own time zone. */
export function formatTime(iso: string, language: Language): string {
  return format(iso, language, { hour: '2-digit', minute: '2-digit', hour12: false });
}

export function formatDayAndTime(iso: string, language: Language): string {
  return format(iso, language, { dateStyle: 'medium', timeStyle: 'short', hour12: false });
}

export function formatDay(iso: string, language: Language): string {
  return format(iso, language, { weekday: 'short', day: 'numeric', month: 'long' });
}

/** How many calendar days ago, in the agent's own time zone. */
export function countDaysAgo(iso: string, now: number): number {
  const midnight = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);
  return Math.round((midnight(new Date(now)) - midnight(new Date(iso))) / (DAY * 1000));
}

function format(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(getIntlTag(language), options).format(new Date(iso));
}
