import { ConversationState, type BotAdapter, type Storage } from 'botbuilder';
import type { DialogState } from '../dialogs/sdkDialogs.js';
import type { Logger } from 'pino';
import type { ConversationData } from '../dialogs/conversationData.js';
import type { Desk } from '../dialogs/desk.js';
import type { Forms } from '../dialogs/forms.js';
import { MainDialog } from '../dialogs/mainDialog.js';
import { Concierge } from './concierge.js';
import type { ConversationLog } from './conversationLog.js';
import { DuplicatesMiddleware } from './middleware/duplicates.js';
import { LocaleMiddleware } from './middleware/locale.js';
import { TranscriptMiddleware } from './middleware/transcript.js';
import { SpeakerGate } from './speakerGate.js';
import { createTurnErrorHandler } from './turnErrors.js';

export interface DeskBotParts {
  readonly desk: Desk;
  readonly storage: Storage;
  readonly conversationLog: ConversationLog;
  readonly log: Logger;
  /** The dialogs that fill in a form; all that there are unless given. */
  readonly forms?: Forms;
}

/** The desk as one bot that any adapter can run. */
export class DeskBot {
  readonly concierge: Concierge;
  private readonly conversation;

  constructor(private readonly parts: DeskBotParts) {
    const state = new ConversationState(parts.storage);
    this.conversation = state.createProperty<ConversationData>('conversation');
    this.concierge = new Concierge({
      desk: parts.desk,
      state,
      conversation: this.conversation,
      dialogState: state.createProperty<DialogState>('dialogs'),
      mainDialog: new MainDialog(parts.desk, this.conversation, parts.forms),
      gate: new SpeakerGate(parts.desk),
    });
  }

  /**
   * Gives an adapter the middleware of a turn and the apology for a failed one. `recordsIncoming` where the channel
   * hands over activities that nobody has recorded yet.
   */
  equip(adapter: BotAdapter, { recordsIncoming }: { recordsIncoming: boolean }): void {
    const { conversationLog, desk, log } = this.parts;
    if (recordsIncoming) adapter.use(new DuplicatesMiddleware(conversationLog));
    adapter.use(new TranscriptMiddleware(conversationLog));
    adapter.use(new LocaleMiddleware(this.conversation));
    adapter.onTurnError = createTurnErrorHandler({ log, translate: desk.translate, answers: desk.answers });
  }
}
