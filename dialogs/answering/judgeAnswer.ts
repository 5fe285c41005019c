import type { ConversationData } from '../conversationData.js';
import type { Desk, Passenger } from '../desk.js';
import { offerPerson, offerRoute } from '../leads.js';
import type { Outcome } from '../outcome.js';

const MAX_OTHERS = 3;

/** Records whether the last answer helped; where it did not, offers what else may have been meant, and a person. */
export async function judgeAnswer(
  helpful: boolean,
  judged: NonNullable<ConversationData['lastAnswer']>,
  { conversationId, language }: Passenger,
  desk: Desk,
): Promise<Outcome> {
  const { route, version: answerVersion } = judged;
  await desk.feedback.record({ conversationId, route, answerVersion, language, helpful });
  const trace = { route, answerVersion };
  const remember = { lastRoute: route, lastAnswer: undefined };
  if (helpful) {
    return {
      replies: [{ text: desk.translate(language, 'desk:answer.thanksForFeedback'), trace }],
      remember,
    };
  }
  const others = judged.others
    .slice(0, MAX_OTHERS)
    .flatMap((other) => offerRoute(other, language, desk) ?? []);
  const key = others.length > 0 ? 'desk:answer.notHelpfulCandidates' : 'desk:answer.notHelpfulPerson';
  return {
    replies: [
      {
        text: desk.translate(language, key),
        offers: [...others, offerPerson(desk.translate, language)],
        trace,
        expectsAnswer: true,
      },
    ],
    remember,
  };
}
