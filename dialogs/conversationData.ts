import type { Language } from '../locales/language.js';
import type { Route } from '../faq/understanding/route.js';

/** Where a button leads: to a route, or to something only the conversation itself can do. */
export type Lead = Route | 'helpful' | 'not-helpful' | 'none-of-these' | `language:${Language}`;

/** A button: pressing it says `words`, and these words then lead where it says. */
export interface Offer {
  readonly words: string;
  readonly lead: Lead;
}

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
  /** The buttons under the last reply. */
  offers: readonly Offer[];
  /** The activity whose turn was saved last: running it again would answer the next question with it. */
  lastActivityId?: string;
}

export function createConversationData(language: Language): ConversationData {
  return { language: { current: language, chosen: false }, notUnderstood: 0, offers: [] };
}
