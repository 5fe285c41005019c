import { ActivityTypes, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  DialogEvents,
  DialogTurnStatus,
  type DialogContext,
  type DialogEvent,
  type DialogInstance,
  type DialogTurnResult,
} from './sdkDialogs.js';
import type { Route } from '../faq/understanding/route.js';
import { askBeside, dropRoute } from './answering/askBeside.js';
import { carryOffers } from './answering/carryOffers.js';
import { replyToUnreadable } from './answering/replyToUnreadable.js';
import type { ConversationData } from './conversationData.js';
import { getConversationKey } from './conversationKey.js';
import { findEmergency } from './emergency/findEmergency.js';
import { respondToEmergency } from './emergency/respondToEmergency.js';
import type { Desk, Passenger } from './desk.js';
import { followLead, followMeaning, type Following } from './following.js';
import { FormLexicon } from './form/lexicon.js';
import { createVoice } from './form/voice.js';
import { FormDialog, type FormOpening, type FormResult } from './formDialog.js';
import { describeWatcher } from './flightStatus/describeWatcher.js';
import { findLead } from './findLead.js';
import { getFormRoute, type FormName } from './formName.js';
import { createForms, type Forms } from './forms.js';
import { callPerson } from './handoff/callPerson.js';
import { describeCall } from './handoff/describeCall.js';
import { addProgress, findPlace } from './handoff/queueProgress.js';
import { offerPerson } from './leads.js';
import type { Lead } from './offer.js';
import { readFiles } from './readFiles.js';
import type { Scene } from './scene.js';
import { isSecondClick } from './secondClick.js';
import { noteOutcome, speakAgain, speakTurn, wasAnswered } from './speaking.js';
import { takeSurvey } from './survey/takeSurvey.js';
import { beginTurn, getTurn, type Turn } from './turn.js';

export const MAIN_DIALOG = 'main';

/** The forms that take down what happened to somebody. */
const TELL_ALL: readonly Route[] = ['dialog:complaint', 'dialog:special-assistance'];

/** Decides what a message leads to, says it, and remembers what the next message may refer to. */
export class MainDialog extends ComponentDialog {
  private readonly lexicon: FormLexicon;

  constructor(
    private readonly desk: Desk,
    private readonly conversation: StatePropertyAccessor<ConversationData>,
    private readonly forms: Forms = createForms(desk),
  ) {
    super(MAIN_DIALOG);
    this.lexicon = new FormLexicon(desk.translate);
    const { lexicon } = this;
    const startedAt = desk.clock.now();
    for (const definition of Object.values(forms)) {
      this.addDialog(new FormDialog({ definition, desk, lexicon, startedAt }));
    }
  }

  protected override onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.takeTurn(inner);
  }

  protected override onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.takeTurn(inner);
  }

  /** Forms come and go between versions; what is stored is checked when it is read. The SDK's own handling throws. */
  override async onDialogEvent(dialogContext: DialogContext, event: DialogEvent): Promise<boolean> {
    if (event.name === DialogEvents.versionChanged) return true;
    return super.onDialogEvent(dialogContext, event);
  }

  /** Puts the open question again, in the language spoken now; says nothing where none is open. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const data = await this.conversation.get(context);
    if (data === undefined) return;
    const turn = this.hear(context, data);
    await super.repromptDialog(context, instance);
    if (turn.replies.length > 0) await speakTurn(context, turn);
  }

  private async takeTurn(inner: DialogContext): Promise<DialogTurnResult> {
    const { context } = inner;
    const data = await this.conversation.get(context);
    if (data !== undefined && context.activity.type === ActivityTypes.Message) {
      if (wasAnswered(context, data)) await speakAgain(context, data);
      else await this.answer(inner, this.hear(context, data));
    }
    return inner.activeDialog ? { status: DialogTurnStatus.waiting } : inner.endDialog();
  }

  private hear(context: TurnContext, data: ConversationData): Turn {
    const text = context.activity.text ?? '';
    const emergency = findEmergency(text, this.lexicon);
    return beginTurn(context, {
      text,
      ...(emergency && { emergency }),
      files: readFiles(context.activity),
      understood: this.understand(text, data),
      data,
      replies: [],
    });
  }

  private understand(text: string, data: ConversationData) {
    return this.desk.understanding.route(text, {
      language: data.language.current,
      now: this.desk.clock.now(),
      timeZone: this.desk.timeZone,
      ...(data.lastRoute === undefined ? {} : { previousRoute: data.lastRoute }),
    });
  }

  private async answer(inner: DialogContext, turn: Turn): Promise<void> {
    const { context } = inner;
    const { desk, lexicon, forms } = this;
    await this.dropUnknown(inner);
    const form = inner.activeDialog?.id as FormName | undefined;
    const hasForm = form !== undefined;
    const standing = await findPlace(turn, getConversationKey(context.activity), desk.handoffs, lexicon);
    const survey = turn.emergency ? undefined : await takeSurvey(turn, { desk, lexicon, hasForm });
    if (survey === undefined) {
      const lead = findLead(turn, { desk, lexicon, standing, hasForm, form, forms });
      await (turn.emergency ? this.answerEmergency(inner, turn, lead) : this.lead(inner, turn, lead));
    } else {
      noteOutcome(turn, survey);
      await inner.repromptDialog();
    }
    addProgress(turn, standing, desk);
    await speakTurn(context, turn);
  }

  private lead(inner: DialogContext, turn: Turn, lead: Lead | undefined): Promise<void> {
    return inner.activeDialog ? this.continueForm(inner, turn, lead) : this.answerAfresh(inner, turn, lead);
  }

  /** Says first whom to call, and calls a person; an account of what happened is taken down all the same. */
  private async answerEmergency(inner: DialogContext, turn: Turn, lead: Lead | undefined): Promise<void> {
    const { emergency = 'safety' } = turn;
    turn.replies.push(respondToEmergency(emergency, describePassenger(inner.context, turn.data), this.desk));
    const isAccount = inner.activeDialog
      ? turn.data.awaitsOwnWords
      : TELL_ALL.includes(turn.understood.route);
    const wanted = lead ?? (isAccount ? undefined : 'handoff');
    const isCalled = this.desk.handoffs !== undefined;
    if (isCalled && wanted !== 'handoff')
      noteOutcome(turn, await callPerson(this.describeScene(inner, turn)));
    await this.lead(inner, turn, wanted);
    if (isCalled) return;
    const person = offerPerson(this.desk.translate, turn.data.language.current);
    const last = turn.replies.pop();
    const offers = (last?.offers ?? []).filter(({ words }) => words !== person.words);
    if (last) turn.replies.push({ ...last, offers: [...offers, person] });
  }

  private async answerAfresh(inner: DialogContext, turn: Turn, lead: Lead | undefined): Promise<void> {
    const passenger = describePassenger(inner.context, turn.data);
    if (isSecondClick(turn, this.desk.translate)) {
      turn.replies.push(...(turn.data.lastReplies ?? []));
      return;
    }
    const attachments = inner.context.activity.attachments ?? [];
    const unreadable = replyToUnreadable(turn.text, attachments, passenger, this.desk);
    if (unreadable !== undefined) return noteOutcome(turn, unreadable);
    await this.follow(inner, turn, lead);
  }

  /** Acts on what interrupts a form, lets the form take everything else, and resumes. */
  private async continueForm(inner: DialogContext, turn: Turn, lead: Lead | undefined): Promise<void> {
    const active = inner.activeDialog?.id;
    if (lead !== undefined && lead !== 'form' && lead !== `dialog:${active}`) {
      return this.answerAside(inner, turn, lead);
    }
    const result = await inner.continueDialog();
    if (turn.effect?.kind === 'aside') return this.answerAside(inner, turn);
    if (turn.effect?.kind === 'person') return this.answerAside(inner, turn, 'handoff');
    await this.goElsewhere(inner, turn, result.result as FormResult);
  }

  /** Begins what a form was left for, with the words that asked for it. */
  private async goElsewhere(inner: DialogContext, turn: Turn, leaving: FormResult): Promise<void> {
    if (leaving === undefined || inner.activeDialog) return;
    const understood = this.understand(leaving.text, turn.data);
    await this.follow(inner, { ...turn, text: leaving.text, understood }, leaving.lead as Lead);
  }

  /**
   * Answers something else in the middle of a form, then puts its question again; another form is asked about before
   * this one is left.
   */
  private async answerAside(inner: DialogContext, turn: Turn, lead?: Lead): Promise<void> {
    const understood = dropRoute(turn.understood, `dialog:${inner.activeDialog?.id}`);
    const before = turn.replies.length;
    const following = await this.choose(inner, { ...turn, understood }, lead, { aside: true });
    if ('begin' in following) {
      const { begin } = following;
      const name = this.desk.translate(turn.data.language.current, `desk:routes.${begin}`);
      turn.wish = { lead: `dialog:${begin}`, name };
      const left = await inner.continueDialog();
      return this.goElsewhere(inner, turn, left.result as FormResult);
    }
    noteOutcome(turn, following);
    const asked = following.replies.at(-1);
    const spoken = turn.replies.length;
    await inner.repromptDialog();
    if (!asked?.expectsAnswer) return carryOffers(turn.replies, before);
    const [open] = turn.replies.splice(spoken);
    turn.replies[spoken - 1] = askBeside(
      asked,
      open,
      createVoice(this.desk.translate, turn.data.language.current),
    );
  }

  private async follow(inner: DialogContext, turn: Turn, lead: Lead | undefined): Promise<void> {
    const following = await this.choose(inner, turn, lead, { aside: false });
    if ('begin' in following) await this.begin(inner, following.begin, turn);
    else noteOutcome(turn, following);
  }

  private choose(
    inner: DialogContext,
    turn: Turn,
    lead: Lead | undefined,
    { aside }: { aside: boolean },
  ): Promise<Following> | Following {
    const scene = this.describeScene(inner, turn, aside);
    return lead === undefined || lead === 'form'
      ? followMeaning(turn.text, turn.understood, scene)
      : followLead(lead, scene);
  }

  private describeScene({ context, activeDialog }: DialogContext, turn: Turn, aside = false): Scene {
    const { data } = turn;
    const { activity } = context;
    const form = activeDialog?.id as FormName | undefined;
    return {
      desk: this.desk,
      passenger: describePassenger(context, data),
      watcher: describeWatcher(activity, data.language.current),
      call: describeCall({ activity, data, form, isEmergency: turn.emergency !== undefined }),
      data,
      forms: this.forms,
      aside,
    };
  }

  private async begin(inner: DialogContext, name: FormName, { text, understood }: Turn): Promise<void> {
    const opening: FormOpening = { text, entities: understood.entities };
    const turn = getTurn(inner.context);
    turn.data.lastRoute = getFormRoute(name);
    delete turn.data.lastAnswer;
    turn.data.notUnderstood = 0;
    await inner.beginDialog(name, opening);
  }

  /** A stored conversation may be in a dialog that a later version of the desk does not have. */
  private async dropUnknown(inner: DialogContext): Promise<void> {
    if (inner.activeDialog && !inner.findDialog(inner.activeDialog.id)) await inner.cancelAllDialogs();
  }
}

function describePassenger(context: TurnContext, data: ConversationData): Passenger {
  return { conversationId: context.activity.conversation.id, language: data.language.current };
}
