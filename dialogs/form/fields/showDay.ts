import { getIntlTag } from '../../../locales/index.js';
import type { Language } from '../../../locales/language.js';

/** A calendar day in the language's way, with the day of the week: people check that rather than the number. */
export function showDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(getIntlTag(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
