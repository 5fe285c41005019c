import type { Desk, Passenger } from '../desk.js';
import type { Outcome } from '../outcome.js';
import { answerTopic } from './answerTopic.js';

/** The article that tells how to reach a person without the desk. */
const ARTICLE = 'service.talk-to-human';

/** Says honestly that nobody can be called into the conversation, and gives the article instead. */
export function announceNotYet(
  passenger: Passenger,
  desk: Desk,
  options: { readonly aside?: boolean } = {},
): Outcome {
  const { replies, remember } = answerTopic(ARTICLE, [], passenger, desk, options);
  return {
    replies: replies.map((reply) => ({
      ...reply,
      text: `${desk.translate(passenger.language, 'desk:notYet.handoff')}\n\n${reply.text}`,
      trace: { ...reply.trace, route: 'handoff' },
    })),
    ...(remember === undefined ? {} : { remember: { ...remember, lastRoute: 'handoff' } }),
  };
}
