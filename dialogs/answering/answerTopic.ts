import { getLocalDay } from '../../services/calendar.js';
import type { Route } from '../../faq/understanding/route.js';
import type { Desk, Passenger } from '../desk.js';
import type { Offer } from '../offer.js';
import { offerPerson, offerRoute } from '../leads.js';
import type { Outcome } from '../outcome.js';

const MAX_RELATED = 3;
/** The article on how to reach a person: the shortest way is a button under it. */
const PERSON_TOPIC = 'service.talk-to-human';

/**
 * The approved answer to a topic, with what passengers ask next and the question whether it helped. `others` are the
 * routes it could have been instead, for the case that it did not. An `aside`, in the middle of something else, is the
 * answer alone.
 */
export function answerTopic(
  topic: string,
  others: readonly Route[],
  passenger: Passenger,
  desk: Desk,
  { aside = false }: { readonly aside?: boolean } = {},
): Outcome {
  const { language } = passenger;
  const route: Route = `faq:${topic}`;
  const answer = desk.answers.findAnswer(topic, language, getLocalDay(desk.clock.now(), desk.timeZone));
  if (answer === undefined) {
    return withhold(desk.translate(language, 'desk:answer.unavailable'), route, passenger, desk);
  }
  if (answer.status === 'expired') {
    const { question, expires } = answer;
    return withhold(
      desk.translate(language, 'desk:answer.expired', { question, expires }),
      route,
      passenger,
      desk,
    );
  }
  if (aside) return { replies: [{ text: answer.text, trace: { route, answerVersion: answer.version } }] };
  const start = answer.start === undefined ? undefined : offerRoute(`dialog:${answer.start}`, language, desk);
  const isAboutPerson = topic === PERSON_TOPIC && desk.handoffs !== undefined;
  const person = isAboutPerson ? [offerPerson(desk.translate, language)] : [];
  const related = answer.related.slice(0, MAX_RELATED).map((offer): Offer => ({
    words: offer.question,
    lead: `faq:${offer.topic}`,
  }));
  const verdicts: Offer[] = [
    { words: desk.translate(language, 'desk:answer.helpful'), lead: 'helpful' },
    { words: desk.translate(language, 'desk:answer.notHelpful'), lead: 'not-helpful' },
  ];
  return {
    replies: [
      {
        text: `${answer.text}\n\n*${desk.translate(language, 'desk:answer.feedbackQuestion')}*`,
        offers: [...person, ...(start === undefined ? [] : [start]), ...related, ...verdicts],
        trace: { route, answerVersion: answer.version },
      },
    ],
    remember: { lastRoute: route, lastAnswer: { route, version: answer.version, others: [...others] } },
  };
}

/** An answer that may not be given says so and offers a person: old words are worse than none. */
function withhold(text: string, route: Route, { language }: Passenger, desk: Desk): Outcome {
  return {
    replies: [{ text, offers: [offerPerson(desk.translate, language)], trace: { route } }],
    remember: { lastRoute: route },
  };
}
