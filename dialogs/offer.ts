import type { Route } from '../faq/understanding/route.js';
import type { Language } from '../locales/language.js';

/** Where a button leads: to a route, to the form that shows it, or to something only the conversation itself can do. */
export type Lead =
  | Route
  | 'dialog:leave-message'
  | 'dialog:assistance-status'
  | 'dialog:message-status'
  | 'helpful'
  | 'not-helpful'
  | 'none-of-these'
  | 'form'
  | `language:${Language}`
  | WatchLead
  | HandoffLead
  | SurveyLead;

/** What a passenger wants of the agents' queue, or of the talk with one; `followHandoffLead` acts on it. */
export type HandoffLead = 'handoff:leave' | 'handoff:standing';

/** A score for the talk of the handoff named; `takeSurvey` reads which. */
type SurveyLead = `survey:${string}`;

/** To be told when a flight changes, or no more; `followWatchLead` reads them. */
export type WatchLead = `watch:${string}` | `unwatch:${string}`;

/** A button: pressing it says `words`, and these words then lead where it says. */
export interface Offer {
  readonly words: string;
  readonly lead: Lead;
}
