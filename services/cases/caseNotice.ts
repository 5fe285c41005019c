import type { Json } from '../eventLog.js';
import type { Filer } from './fields.js';
import type { CaseKind } from './caseKinds.js';

/** What the passenger is to be told. Nothing they did themselves is among it. */
export type CaseNews =
  /** By somebody else for them. `answerBy`: when they have an answer, or `callBack`: when they are called. */
  | { readonly what: 'filed'; readonly answerBy?: string; readonly callBack?: string }
  | { readonly what: 'replied'; readonly text: string }
  | { readonly what: 'status-changed'; readonly to: string; readonly reason: string }
  | { readonly what: 'escalated'; readonly level: number }
  | { readonly what: 'deadline-near'; readonly name: string; readonly day: string }
  /** `reviewUntil`: the last calendar day on which it may be taken further. */
  | { readonly what: 'closed'; readonly outcome: string; readonly reviewUntil?: string };

/** A message due to a passenger because their case changed; the bot finds the words. */
export interface CaseNotice {
  /** The same when a notice comes a second time, as it can after a crash. */
  readonly id: string;
  readonly kind: CaseKind;
  readonly reference: string;
  readonly news: CaseNews;
  readonly filer: Filer;
}

/**
 * Sends a notice. What it resolves with is kept in the case's `passenger-notified` event (say, the activity's id);
 * when it fails, it is tried again later.
 */
export type NotifyPassenger = (notice: CaseNotice) => Promise<Json | void>;
