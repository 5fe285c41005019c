import type { Language } from '../locales/language.js';
import type { Route } from '../faq/understanding/route.js';
import type { Priority } from '../services/desk/handoff.js';
import type { Offer, WatchLead } from './offer.js';
import type { Reply } from './reply.js';

/** What the desk remembers of a conversation between turns, beside the dialogs' own state. */
export interface ConversationData {
  language: {
    current: Language;
    /** The passenger asked for it: stays until they ask for another. */
    chosen: boolean;
  };
  /** Messages in a row that were not understood. */
  notUnderstood: number;
  /** The route answered last; a follow-up refers to it. */
  lastRoute?: Route;
  /** The answer whose helpfulness the passenger may still judge, and what else it could have been. */
  lastAnswer?: { route: Route; version: string; others: Route[] };
  /** The watch offered last: "tell me when it changes" means this flight. */
  lastWatch?: WatchLead;
  /** The agents' queue as the passenger was told of it last; present as long as they may be waiting in it. */
  queue?: { handoff: string; position?: number; priority: Priority };
  /** The talk that was given a score just now: the next words may be about it. */
  rated?: { handoff: string; score: number };
  /** The buttons under the last reply. */
  offers: readonly Offer[];
  /** The activity whose turn was saved last: running it again would answer the next question with it. */
  lastActivityId?: string;
  /** What was said in the turn that answered a message last: should its turn be run again, this is said again. */
  lastReplies?: readonly Reply[];
  /** The open question takes words of any kind (a name, an address): they do not tell the passenger's language. */
  awaitsOwnWords?: boolean;
}

export function createConversationData(language: Language): ConversationData {
  return { language: { current: language, chosen: false }, notUnderstood: 0, offers: [] };
}
