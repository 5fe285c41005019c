import type { Candidate, DialogName, Route } from '../../faq/understanding/route.js';
import type { Desk, Passenger } from '../desk.js';
import type { Outcome } from '../outcome.js';
import { answerTopic } from './answerTopic.js';

/** The article that tells a passenger how to get the same thing done without the desk. */
const ARTICLES: Record<DialogName | 'handoff', string> = {
  'flight-status': 'flight-status.check',
  'baggage-claim': 'baggage-claim.bag-did-not-arrive',
  'baggage-claim-status': 'baggage-claim.track-file',
  complaint: 'complaint.how-to-complain',
  'complaint-status': 'complaint.check-status',
  'special-assistance': 'special.request-deadline',
  handoff: 'service.talk-to-human',
};

/**
 * Says honestly that the desk cannot do this itself and gives the article instead: the closest one of the same
 * category where understanding saw one (a damaged bag rather than a missing one), else the category's first.
 */
export function announceNotYet(
  name: DialogName | 'handoff',
  candidates: readonly Candidate[],
  passenger: Passenger,
  desk: Desk,
  options: { readonly aside?: boolean } = {},
): Outcome {
  const fallback = ARTICLES[name];
  const category = fallback.slice(0, fallback.indexOf('.') + 1);
  const closest = candidates.find(({ route }) => route.startsWith(`faq:${category}`));
  const topic = closest?.route.slice('faq:'.length) ?? fallback;
  const route: Route = name === 'handoff' ? name : `dialog:${name}`;
  const { replies, remember } = answerTopic(topic, [], passenger, desk, options);
  return {
    replies: replies.map((reply) => ({
      ...reply,
      text: `${desk.translate(passenger.language, `desk:notYet.${name}`)}\n\n${reply.text}`,
      trace: { ...reply.trace, route },
    })),
    ...(remember === undefined ? {} : { remember: { ...remember, lastRoute: route } }),
  };
}
