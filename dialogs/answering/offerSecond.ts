import type { Understood } from '../../faq/understanding/route.js';
import type { Desk, Passenger } from '../desk.js';
import { offerRoute } from '../leads.js';
import type { Outcome } from '../outcome.js';

/** A message that asked two things: the first is answered, and the second is a button under the answer. */
export function offerSecond(
  outcome: Outcome,
  { second }: Pick<Understood, 'second'>,
  { language }: Passenger,
  desk: Desk,
): Outcome {
  const offer = second === undefined ? undefined : offerRoute(second, language, desk);
  const last = outcome.replies.at(-1);
  if (offer === undefined || last === undefined) return outcome;
  const offers = [offer, ...(last.offers ?? []).filter(({ lead }) => lead !== offer.lead)];
  const text = `${last.text}\n\n${desk.translate(language, 'desk:answer.alsoAsked', { question: offer.words })}`;
  return { ...outcome, replies: [...outcome.replies.slice(0, -1), { ...last, text, offers }] };
}
