import { ActionTypes, ActivityTypes, InputHints, type Activity } from 'botbuilder';
import removeMarkdown from 'remove-markdown';
import type { Language } from '../locales/language.js';
import type { Route } from '../faq/understanding/route.js';
import type { Offer } from './offer.js';

/** What every reply carries for transcripts and measurements. */
export interface ReplyTrace {
  readonly route: Route;
  /** Names the exact text an answer was given from. */
  readonly answerVersion?: string;
}

/** What the desk says in one turn, before it becomes an activity. */
export interface Reply {
  /** Light Markdown. */
  readonly text: string;
  readonly offers?: readonly Offer[];
  readonly trace: ReplyTrace;
  /** The desk asks and waits for the answer: a microphone opens again. */
  readonly expectsAnswer?: boolean;
}

/** One message to the passenger, readable on any channel and speakable as it is. */
export function composeActivity(reply: Reply, language: Language): Partial<Activity> {
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
    speak: composeSpeech(reply.text),
    inputHint: reply.expectsAnswer ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    channelData: { redeye: reply.trace },
    ...(actions.length === 0 ? {} : { suggestedActions: { to: [], actions } }),
  };
}

const EMOJI = /\p{Extended_Pictographic}/gu;
const ADDRESS = /https?:\/\/\S+/g;

/** The text as a voice reads it: no marks, no addresses, no pictures. */
function composeSpeech(text: string): string {
  return removeMarkdown(text).replace(ADDRESS, '').replace(EMOJI, '').trim();
}
