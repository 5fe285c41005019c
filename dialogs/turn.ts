import type { TurnContext } from 'botbuilder';
import type { Understood } from '../faq/understanding/route.js';
import type { ConversationData } from './conversationData.js';
import type { Emergency } from './emergency/findEmergency.js';
import type { FormFile } from './form/definition.js';
import type { FormEffect } from './form/step.js';
import type { Reply } from './reply.js';

/** What the dialogs of one turn share: what was said, what it may mean, and what is going to be said. */
export interface Turn {
  /** The words as they came; those of a button where one was pressed. */
  readonly text: string;
  readonly understood: Understood;
  readonly files: readonly FormFile[];
  /** Its language can change in the middle of a turn: read it when something is said. */
  readonly data: ConversationData;
  readonly replies: Reply[];
  /** What the active form leaves to be done. */
  effect?: FormEffect;
  /** The words speak of danger to somebody. */
  readonly emergency?: Emergency;
  /** The passenger wants this rather than what is going on. */
  wish?: Wish;
}

/** Something else a passenger may want in the middle of a form. */
interface Wish {
  readonly lead: string;
  /** As on a button. */
  readonly name: string;
}

const TURN = Symbol('turn');

export function beginTurn(context: TurnContext, turn: Turn): Turn {
  context.turnState.set(TURN, turn);
  return turn;
}

/** Fails where no turn was begun: a dialog that is run outside the main one. */
export function getTurn(context: TurnContext): Turn {
  const turn = context.turnState.get<Turn | undefined>(TURN);
  if (turn === undefined) throw new Error('No turn was begun.');
  return turn;
}
