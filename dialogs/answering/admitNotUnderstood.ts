import type { Candidate } from '../../faq/understanding/route.js';
import type { Desk, Passenger } from '../desk.js';
import { listQuickStarts, offerPerson, offerRoute } from '../leads.js';
import type { Outcome } from '../outcome.js';

const STEPS = ['second', 'third', 'fourth', 'fifth'] as const;
const MAX_TOPICS = 3;

/**
 * Says that nothing was understood, each time in other words: first with the closest topics and how to say it, from
 * the second time on with a person. `before` counts the messages in a row not understood so far.
 */
export function admitNotUnderstood(
  before: number,
  candidates: readonly Candidate[],
  { language }: Passenger,
  desk: Desk,
): Outcome {
  const topics = candidates
    .slice(0, MAX_TOPICS)
    .flatMap(({ route }) => offerRoute(route, language, desk) ?? []);
  const person = offerPerson(desk.translate, language);
  const first = topics.length > 0 ? 'firstWithTopics' : 'first';
  const step = before === 0 ? first : (STEPS[(before - 1) % STEPS.length] ?? 'second');
  const offers =
    before === 0 ? topics : before === 1 ? [person, ...topics] : listQuickStarts(desk.translate, language);
  return {
    replies: [
      {
        text: desk.translate(language, `desk:notUnderstood.${step}`, { ...desk.answers.readFacts(language) }),
        offers,
        trace: { route: 'none' },
        expectsAnswer: true,
      },
    ],
    remember: { notUnderstood: before + 1 },
  };
}
