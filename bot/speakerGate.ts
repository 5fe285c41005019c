import type { Activity } from 'botbuilder';
import type { Desk } from '../dialogs/desk.js';
import { FormLexicon } from '../dialogs/form/lexicon.js';
import { wantsToEndTalk } from '../dialogs/handoff/queueWords.js';
import { RedeyeError } from '../services/errors.js';
import type { Json } from '../services/eventLog.js';
import { getConversationKey } from './conversationKey.js';

/** Decides, anew in each turn, whether the bot may speak or a person does. */
export class SpeakerGate {
  private readonly lexicon: FormLexicon;

  constructor(private readonly desk: Pick<Desk, 'translate' | 'handoffs'>) {
    this.lexicon = new FormLexicon(desk.translate);
  }

  /** A person holds the conversation. Where the desk of an outside hub cannot be reached, nobody else would answer. */
  async isHeld(activity: Activity): Promise<boolean> {
    try {
      const standing = await this.desk.handoffs?.findStanding(getConversationKey(activity));
      return standing?.kind === 'held';
    } catch (error) {
      if (error instanceof RedeyeError && error.code === 'desk.unreachable') return false;
      throw error;
    }
  }

  /** Ending the talk is the one thing the bot takes from a passenger who talks with a person. */
  isForBot({ text }: Activity): boolean {
    return wantsToEndTalk(text ?? '', this.lexicon);
  }

  /** Hands the passenger's words on where the desk does not read them in the record. */
  async relay(activity: Activity): Promise<void> {
    await this.desk.handoffs?.relay?.(getConversationKey(activity), {
      id: activity.id ?? '',
      text: activity.text ?? '',
      attachments: JSON.parse(JSON.stringify(activity.attachments ?? [])) as Json[],
    });
  }
}
