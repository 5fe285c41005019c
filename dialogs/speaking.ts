import type { TurnContext } from 'botbuilder';
import type { ConversationData } from './conversationData.js';
import { findWatchOffer } from './flightStatus/watchWords.js';
import type { Outcome } from './outcome.js';
import { composeActivity } from './reply.js';
import type { Turn } from './turn.js';

/** Adds what is to be said to the turn, and keeps what the next message may refer to. */
export function noteOutcome({ data, replies: said }: Turn, { replies, remember = {} }: Outcome): void {
  data.notUnderstood = remember.notUnderstood ?? 0;
  if ('lastRoute' in remember) data.lastRoute = remember.lastRoute;
  if ('lastAnswer' in remember) data.lastAnswer = remember.lastAnswer;
  said.push(...replies);
}

/** Says all the turn came to, in one go, and keeps it: the buttons, and the words should they have to be said again. */
export async function speakTurn(context: TurnContext, { data, replies }: Turn): Promise<void> {
  data.offers = replies.flatMap((reply) => reply.offers ?? []);
  data.lastWatch = findWatchOffer(data.offers) ?? data.lastWatch;
  data.lastReplies = replies;
  await speakAgain(context, data);
}

/** The turn was saved, and the process died before it was marked as complete: nothing may be done twice. */
export function wasAnswered({ activity }: TurnContext, data: ConversationData): boolean {
  return activity.id !== undefined && activity.id === data.lastActivityId && data.lastReplies !== undefined;
}

/** What was said last. */
export async function speakAgain(context: TurnContext, data: ConversationData): Promise<void> {
  const { language, lastReplies = [] } = data;
  const { channelId } = context.activity;
  await context.sendActivities(
    lastReplies.map((reply) => composeActivity(reply, language.current, channelId)),
  );
}
