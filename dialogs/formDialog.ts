import { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from './sdkDialogs.js';
import { getLocalDay } from '../services/calendar.js';
import type { Json } from '../services/eventLog.js';
import type { Entities } from '../faq/understanding/entities.js';
import type { Desk } from './desk.js';
import { advanceForm, beginForm, continueForm } from './form/advance.js';
import type { FormContext, FormDefinition, FormInput } from './form/definition.js';
import { askToLeave } from './form/leaving.js';
import { getFormRoute } from './formName.js';
import type { FormLexicon } from './form/lexicon.js';
import { promptAgain } from './form/prompts.js';
import { findField, readFormState, selectSlots, type FormState } from './form/state.js';
import type { FormSpeech, FormStep } from './form/step.js';
import { createVoice } from './form/voice.js';
import { getTurn, type Turn } from './turn.js';

/** The words that start a form. */
export interface FormOpening {
  readonly text: string;
  readonly entities: Entities;
}

/** How a form ends: with nothing more to do, or with where the passenger wants to go instead. */
export type FormResult = { readonly lead: string; readonly text: string } | undefined;

export interface FormDialogParts {
  readonly definition: FormDefinition;
  readonly desk: Desk;
  readonly lexicon: FormLexicon;
  /** When this process began: a form from before it says where it stands. */
  readonly startedAt: Date;
}

/** Runs any form as one dialog: all of its state is one JSON value on the dialog stack. */
export class FormDialog extends Dialog {
  constructor(private readonly parts: FormDialogParts) {
    super(parts.definition.name);
  }

  override async beginDialog(dialogContext: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { context } = dialogContext;
    const turn = getTurn(context);
    const { text, entities } = options as FormOpening;
    // The same when this turn is run again after a crash: what was filed then is found by it.
    const filingKey = `${context.activity.conversation.id}/${context.activity.id ?? ''}`;
    const input: FormInput = { text, entities, files: turn.files };
    const step = beginForm(this.parts.definition, input, this.describeContext(turn), filingKey);
    return this.settle(dialogContext, step);
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = getTurn(dialogContext.context);
    const state = readFormState(readStored(dialogContext.activeDialog));
    if (state === undefined) return dialogContext.endDialog();
    const { text, files, understood } = turn;
    const input: FormInput = { text, entities: understood.entities, files };
    const form = { definition: this.parts.definition, context: this.describeContext(turn) };
    if (turn.wish !== undefined)
      return this.settle(dialogContext, askToLeave(form, state, { ...turn.wish, text }));
    const step = advanceForm({ ...form, input, meaning: understood }, state, this.parts.startedAt);
    return this.settle(dialogContext, step);
  }

  override repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const turn = getTurn(context);
    const state = readFormState(readStored(instance));
    if (state === undefined) return Promise.resolve();
    this.say(
      turn,
      promptAgain({ definition: this.parts.definition, context: this.describeContext(turn) }, state),
    );
    turn.data.awaitsOwnWords = this.awaitsOwnWords(state);
    return Promise.resolve();
  }

  private async settle(dialogContext: DialogContext, first: FormStep): Promise<DialogTurnResult> {
    const turn = getTurn(dialogContext.context);
    let step = first;
    while (step.effect?.kind === 'submit') {
      this.say(turn, step.speech);
      const more = await this.submit(dialogContext, step.state);
      if (more === undefined) return this.end(dialogContext);
      step = more;
    }
    this.say(turn, step.speech);
    if (step.effect?.kind === 'cancel') return this.end(dialogContext);
    if (step.effect?.kind === 'leave') {
      return this.end(dialogContext, { lead: step.effect.lead, text: step.effect.text });
    }
    turn.effect = step.effect;
    turn.data.awaitsOwnWords = this.awaitsOwnWords(step.state);
    if (dialogContext.activeDialog) dialogContext.activeDialog.state = { form: step.state };
    return Dialog.EndOfTurn;
  }

  private end(dialogContext: DialogContext, result?: FormResult): Promise<DialogTurnResult> {
    getTurn(dialogContext.context).data.awaitsOwnWords = false;
    return dialogContext.endDialog(result);
  }

  /** Carries it out; returns the step to go on with, or undefined when it is over. */
  private async submit({ context }: DialogContext, state: FormState): Promise<FormStep | undefined> {
    const { definition } = this.parts;
    const turn = getTurn(context);
    const formContext = this.describeContext(turn);
    const { activity } = context;
    const submission = await definition.submit(selectSlots(definition, state.slots), {
      ...formContext,
      conversationId: activity.conversation.id,
      channelId: activity.channelId,
      passengerId: activity.from?.id || activity.conversation.id,
      filingKey: state.filingKey,
      reference: JSON.parse(JSON.stringify(TurnContext.getConversationReference(activity))) as Json,
    });
    if (submission.kind === 'more') {
      const step = continueForm({ definition, context: formContext }, state, submission);
      return submission.page ? { ...step, speech: { ...step.speech, page: submission.page } } : step;
    }
    turn.replies.push(...submission.replies.map((reply) => ({ ...reply, trace: this.trace })));
    return undefined;
  }

  private awaitsOwnWords({ phase, asking }: FormState): boolean {
    return phase === 'asking' && Boolean(findField(this.parts.definition, asking)?.open);
  }

  private say(turn: Turn, { paragraphs, buttons, page }: FormSpeech): void {
    if (paragraphs.length === 0) return;
    turn.replies.push({
      text: paragraphs.join('\n\n'),
      ...(page && { page }),
      offers: buttons.map((words) => ({ words, lead: 'form' })),
      trace: this.trace,
      expectsAnswer: true,
    });
  }

  private get trace() {
    return { route: getFormRoute(this.parts.definition.name) };
  }

  private describeContext({ data }: Turn): FormContext {
    const { translate, clock, timeZone } = this.parts.desk;
    const now = clock.now();
    const voice = createVoice(translate, data.language.current);
    return { voice, lexicon: this.parts.lexicon, now, today: getLocalDay(now, timeZone) };
  }
}

function readStored(instance: DialogInstance | undefined): unknown {
  return (instance?.state as { form?: unknown } | undefined)?.form;
}
