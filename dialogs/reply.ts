import { ActionTypes, ActivityTypes, InputHints, type Activity } from 'botbuilder';
import removeMarkdown from 'remove-markdown';
import type { Language } from '../locales/language.js';
import type { Route } from '../faq/understanding/route.js';
import type { CasePage } from './casePage.js';
import type { Card } from './cards/factsCard.js';
import type { Offer } from './offer.js';

/** What every reply carries for transcripts and measurements. */
interface ReplyTrace {
  readonly route: Route;
  /** Names the exact text an answer was given from. */
  readonly answerVersion?: string;
}

/** What the desk says in one turn, before it becomes an activity. */
export interface Reply {
  /** Light Markdown. */
  readonly text: string;
  /** The same as the text, for channels that show cards. */
  readonly card?: Card;
  /** What `PAGE_ADDRESS` in the text leads to. */
  readonly page?: CasePage;
  readonly offers?: readonly Offer[];
  readonly trace: ReplyTrace;
  /** The desk asks and waits for the answer: a microphone opens again. */
  readonly expectsAnswer?: boolean;
}

/** Web Chat's channels; it shows a message's `displayText` instead of its text, so that nothing stands there twice. */
const CARD_CHANNELS: readonly (string | undefined)[] = ['directline', 'webchat'];

/**
 * One message to the passenger, readable on any channel and speakable as it is. Its card goes along where `channelId`
 * is that of a channel which shows cards.
 */
export function composeActivity(reply: Reply, language: Language, channelId?: string): Partial<Activity> {
  const card = CARD_CHANNELS.includes(channelId) ? reply.card : undefined;
  const actions = (reply.offers ?? []).map(({ words }) => ({
    type: ActionTypes.ImBack,
    title: words,
    value: words,
  }));
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    textFormat: 'markdown',
    locale: language,
    speak: composeSpeech(card?.summary ?? reply.text),
    inputHint: reply.expectsAnswer ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    channelData: {
      redeye: { ...reply.trace, ...(reply.page && { page: { ...reply.page, language } }) },
      ...(card && { messageBack: { displayText: card.caption } }),
    },
    ...(card && { attachments: [{ contentType: card.contentType, content: card.content }] }),
    ...(actions.length === 0 ? {} : { suggestedActions: { to: [], actions } }),
  };
}

const EMOJI = /\p{Extended_Pictographic}/gu;
const ADDRESS = /https?:\/\/\S+/g;

/** The text as a voice reads it: no marks, no addresses, no pictures. */
function composeSpeech(text: string): string {
  return removeMarkdown(text).replace(ADDRESS, '').replace(EMOJI, '').trim();
}
