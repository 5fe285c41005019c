import type { Route } from '../faq/understanding/route.js';
import type { HandoffReason, Priority } from '../services/desk/handoff.js';
import type { Watcher } from '../services/flights/flightWatch.js';
import type { ConversationData } from './conversationData.js';
import type { Desk, Passenger } from './desk.js';
import type { Forms } from './forms.js';

/** What would bring the passenger to a person now. */
export interface Call {
  /** The name under which the conversation is recorded. */
  readonly conversation: string;
  /** What is being spoken of. */
  readonly topic: Route;
  readonly reason: HandoffReason;
  readonly priority: Priority;
}

/** Who wants something, and from what. */
export interface Scene {
  readonly desk: Desk;
  readonly passenger: Passenger;
  /** How the passenger is written to later. */
  readonly watcher: Watcher;
  readonly call: Call;
  /** The language in it is changed where the passenger asks for another; the queue where they join or leave it. */
  readonly data: ConversationData;
  readonly forms: Forms;
  /** In the middle of a form: the answer only, without what one might ask next. */
  readonly aside: boolean;
}
