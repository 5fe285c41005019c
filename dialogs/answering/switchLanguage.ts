import { LANGUAGES, type Language } from '../../locales/language.js';
import type { Desk } from '../desk.js';
import type { Offer } from '../offer.js';
import type { Outcome } from '../outcome.js';

/** Confirms the passenger's choice, in that language. */
export function confirmLanguage(language: Language, desk: Desk): Outcome {
  return {
    replies: [{ text: desk.translate(language, 'desk:language.switched'), trace: { route: 'language' } }],
  };
}

/** Asks which one, where the words named none. */
export function offerLanguages(current: Language, desk: Desk): Outcome {
  return {
    replies: [
      {
        text: desk.translate(current, 'desk:language.offer'),
        offers: LANGUAGES.map((language): Offer => ({
          words: desk.translate(current, `desk:language.${language}`),
          lead: `language:${language}`,
        })),
        trace: { route: 'language' },
        expectsAnswer: true,
      },
    ],
  };
}
