import {
  ActivityTypes,
  type Activity,
  type ConversationState,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import { DialogSet, DialogTurnStatus, type DialogState } from '../dialogs/sdkDialogs.js';
import { z } from 'zod';
import { confirmLanguage } from '../dialogs/answering/switchLanguage.js';
import { welcome } from '../dialogs/answering/welcome.js';
import type { ConversationData } from '../dialogs/conversationData.js';
import type { Desk } from '../dialogs/desk.js';
import { isHandoffLead } from '../dialogs/handoff/followHandoffLead.js';
import { MAIN_DIALOG, type MainDialog } from '../dialogs/mainDialog.js';
import type { Offer } from '../dialogs/offer.js';
import type { Outcome } from '../dialogs/outcome.js';
import { composeActivity, type Reply } from '../dialogs/reply.js';
import { LANGUAGES, type Language } from '../locales/language.js';
import type { SpeakerGate } from './speakerGate.js';

/** The page's language switch says so by this event; its value is one of our languages. */
const LANGUAGE_EVENT = 'redeye/language';
const languageEvent = z.object({ name: z.literal(LANGUAGE_EVENT), value: z.enum(LANGUAGES) });

export interface ConciergeParts {
  readonly desk: Desk;
  readonly state: ConversationState;
  readonly conversation: StatePropertyAccessor<ConversationData>;
  readonly dialogState: StatePropertyAccessor<DialogState>;
  readonly mainDialog: MainDialog;
  readonly gate: SpeakerGate;
}

/** What the desk has to say of its own accord, in the conversation's language. */
export type ComposeNotice = (language: Language) => readonly Reply[];

/** The turn: who may speak, then the dialogs, then the save. Nothing is saved of a turn that throws. */
export class Concierge {
  private readonly dialogs: DialogSet;

  constructor(private readonly parts: ConciergeParts) {
    this.dialogs = new DialogSet(parts.dialogState).add(parts.mainDialog);
  }

  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    const data = await this.parts.conversation.get(context);
    if (data === undefined) return;
    const isMessage = activity.type === ActivityTypes.Message;
    const isForPerson = isMessage && (await this.leaveToPerson(activity));
    if (isMessage && !isForPerson) await this.runDialogs(context);
    if (activity.type === ActivityTypes.ConversationUpdate && hasNewcomer(context)) {
      await this.say(context, data, welcome(describe(context, data), this.parts.desk));
    }
    if (activity.type === ActivityTypes.Event) await this.followEvent(context, data);
    // What a person answers leaves no trace here; so mostly there is nothing to write.
    if (activity.id !== undefined && !isForPerson) data.lastActivityId = activity.id;
    await this.parts.state.saveChanges(context);
  }

  /**
   * Says what nobody asked for just now. A question that is open stays open, and its buttons stay beside the new ones,
   * but for those of a talk with a person. `id` names the notice in the record.
   */
  async announce(context: TurnContext, compose: ComposeNotice, id: string): Promise<void> {
    const data = await this.parts.conversation.get(context);
    if (data === undefined) return;
    const { current } = data.language;
    const replies = compose(current);
    const open = data.offers.some(({ lead }) => lead === 'form') ? data.offers.filter(isLasting) : [];
    const fresh = replies
      .flatMap((reply) => reply.offers ?? [])
      .filter(({ words }) => !open.some((offer) => offer.words === words));
    data.offers = [...fresh, ...open];
    const offers = fresh.some((offer) => !isLasting(offer)) ? fresh : data.offers;
    const activities = replies.map((reply, index) => {
      const isLast = index === replies.length - 1;
      const shown = { ...reply, offers: isLast ? offers : [] };
      return markNotice(composeActivity(shown, current, context.activity.channelId), id);
    });
    if (activities.length > 0) await context.sendActivities(activities);
    await this.parts.state.saveChanges(context);
  }

  /** Whether a person speaks: then the dialogs stay as they are, and go on when the talk is over. */
  private async leaveToPerson(activity: Activity): Promise<boolean> {
    const { gate } = this.parts;
    if (!(await gate.isHeld(activity)) || gate.isForBot(activity)) return false;
    await gate.relay(activity);
    return true;
  }

  private async runDialogs(context: TurnContext): Promise<void> {
    const dialogContext = await this.dialogs.createContext(context);
    const { status } = await dialogContext.continueDialog();
    if (status === DialogTurnStatus.empty) await dialogContext.beginDialog(MAIN_DIALOG);
  }

  private async followEvent(context: TurnContext, data: ConversationData): Promise<void> {
    const event = languageEvent.safeParse(context.activity);
    if (!event.success || (data.language.chosen && data.language.current === event.data.value)) return;
    const changed = data.language.current !== event.data.value;
    data.language = { current: event.data.value, chosen: true };
    if (!changed || (await this.parts.gate.isHeld(context.activity))) return;
    await this.say(context, data, confirmLanguage(event.data.value, this.parts.desk));
    await (await this.dialogs.createContext(context)).repromptDialog();
  }

  private async say(context: TurnContext, data: ConversationData, { replies }: Outcome): Promise<void> {
    data.offers = replies.flatMap((reply) => reply.offers ?? []);
    await context.sendActivities(replies.map((reply) => composeActivity(reply, data.language.current)));
  }
}

/** Buttons about the queue, the talk and how it was are over with what comes next, and shown alone. */
function isLasting({ lead }: Offer): boolean {
  return !isHandoffLead(lead) && !lead.startsWith('survey:');
}

function markNotice(activity: Partial<Activity>, id: string): Partial<Activity> {
  const { redeye, ...rest } = activity.channelData as { redeye: object };
  return { ...activity, channelData: { ...rest, redeye: { ...redeye, notice: { id } } } };
}

function hasNewcomer({ activity }: TurnContext): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
}

function describe(context: TurnContext, data: ConversationData) {
  return { conversationId: context.activity.conversation.id, language: data.language.current };
}
