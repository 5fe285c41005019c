import { LANGUAGES, type Language } from '../locales/language.js';
import type { Translate } from '../locales/index.js';
import { DIALOG_NAMES, type DialogName, type Route } from '../faq/understanding/route.js';
import type { Lead, Offer } from './offer.js';
import type { Desk } from './desk.js';

const QUICK_STARTS = [
  ['flightStatus', 'dialog:flight-status'],
  ['baggage', 'dialog:baggage-claim'],
  ['complaint', 'dialog:complaint'],
  ['person', 'handoff'],
] as const;

/** The four main jobs, as buttons. */
export function listQuickStarts(translate: Translate, language: Language): Offer[] {
  return QUICK_STARTS.map(([key, lead]) => ({ words: translate(language, `desk:quickStarts.${key}`), lead }));
}

export function offerPerson(translate: Translate, language: Language): Offer {
  return { words: translate(language, 'desk:quickStarts.person'), lead: 'handoff' };
}

/** A route as a button a passenger recognises; undefined for routes nobody would press (small talk, none). */
export function offerRoute(
  route: Route,
  language: Language,
  { translate, answers }: Pick<Desk, 'translate' | 'answers'>,
): Offer | undefined {
  if (route === 'handoff') return offerPerson(translate, language);
  if (route.startsWith('dialog:')) {
    return {
      words: translate(language, `desk:routes.${route.slice('dialog:'.length) as DialogName}`),
      lead: route,
    };
  }
  if (!route.startsWith('faq:')) return undefined;
  const question = answers.findQuestion(route.slice('faq:'.length), language);
  return question === undefined ? undefined : { words: question, lead: route };
}

/**
 * Where a message leads that repeats a button's words: one under the last reply, or one of those that always stand
 * somewhere (a pinned quick start, an older message), in whichever language it was shown.
 */
export function findOfferedLead(
  text: string,
  offers: readonly Offer[],
  translate: Translate,
): Lead | undefined {
  const words = text.trim().toLowerCase();
  const standing = LANGUAGES.flatMap((language) => [
    ...listQuickStarts(translate, language),
    ...DIALOG_NAMES.map((name): Offer => ({
      words: translate(language, `desk:routes.${name}`),
      lead: `dialog:${name}`,
    })),
  ]);
  return [...offers, ...standing].find((offer) => offer.words.toLowerCase() === words)?.lead;
}
