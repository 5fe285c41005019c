import type { Candidate } from '../../faq/understanding/route.js';
import type { Desk, Passenger } from '../desk.js';
import { offerPerson, offerRoute } from '../leads.js';
import type { Outcome } from '../outcome.js';

const MAX_CANDIDATES = 3;

/** "Did you mean": two or three candidates too close to call. */
export function askWhichMeant(
  candidates: readonly Candidate[],
  { language }: Passenger,
  desk: Desk,
): Outcome {
  const offers = candidates
    .slice(0, MAX_CANDIDATES)
    .flatMap(({ route }) => offerRoute(route, language, desk) ?? []);
  return {
    replies: [
      {
        text: desk.translate(language, 'desk:clarify.prompt'),
        offers: [
          ...offers,
          { words: desk.translate(language, 'desk:clarify.noneOfThese'), lead: 'none-of-these' },
        ],
        trace: { route: 'clarify' },
        expectsAnswer: true,
      },
    ],
  };
}

/** The passenger meant none of what was offered; as an `aside`, what is being done goes on. */
export function acceptNoneMeant(
  { language }: Passenger,
  desk: Desk,
  { aside = false }: { readonly aside?: boolean } = {},
): Outcome {
  if (aside) {
    return {
      replies: [{ text: desk.translate(language, 'form:aside.noneMeant'), trace: { route: 'clarify' } }],
    };
  }
  return {
    replies: [
      {
        text: desk.translate(language, 'desk:clarify.afterNone'),
        offers: [offerPerson(desk.translate, language)],
        trace: { route: 'clarify' },
        expectsAnswer: true,
      },
    ],
  };
}
