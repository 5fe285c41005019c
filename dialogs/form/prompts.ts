import { getIntlTag } from '../../locales/index.js';
import type { Field, FormContext, FormDefinition, Slots } from './definition.js';
import { quoteValue } from './quote.js';
import { findField, listApplicable, type FormState, type Pending } from './state.js';
import { SILENCE, type FormSpeech } from './step.js';

type Asking = { readonly definition: FormDefinition; readonly context: FormContext };

/** The question that is open now, put once more. */
export function promptAgain(form: Asking, state: FormState): FormSpeech {
  if (state.pending !== undefined) return promptPending(form, state, state.pending);
  if (state.phase === 'reviewing') return promptReview(form, state);
  const field = findField(form.definition, state.asking);
  return field === undefined ? SILENCE : promptField(form, state, field);
}

export function promptField(form: Asking, state: FormState, field: Field): FormSpeech {
  const { context } = form;
  const value = state.slots[field.name];
  const { text } = field.ask(state.slots, context);
  const soFar =
    value === undefined || field.passing
      ? []
      : [context.voice.say('form:soFar', { value: quoteValue(field, value, context.voice) })];
  return { paragraphs: [...soFar, text], buttons: listButtons(form, state, field) };
}

/** The buttons under a question: its choices, then the ways round it. */
export function listButtons({ context }: Asking, state: FormState, field: Field): string[] {
  const { say } = context.voice;
  const hasValue = state.slots[field.name] !== undefined && !field.passing;
  return [
    ...(field.ask(state.slots, context).choices ?? []).map(({ label }) => label),
    ...(hasValue ? [say('form:buttons.keep')] : []),
    ...(field.optional && !hasValue ? [say('form:buttons.skip')] : []),
    ...(state.path.some((name) => name !== field.name) ? [say('form:buttons.back')] : []),
    say('form:buttons.help'),
    ...(field.listCommands?.(state.slots).includes('cancel') ? [] : [say('form:buttons.cancel')]),
  ];
}

/** Every value, to be confirmed; what can be changed is one button further, so that a phone shows them all. */
export function promptReview({ definition, context }: Asking, state: FormState): FormSpeech {
  const { voice } = context;
  const fields = listApplicable(definition, state.slots);
  const lines = fields.map((field) => {
    const value = state.slots[field.name];
    const shown = value === undefined ? voice.say('form:missing') : field.show(value, voice);
    return voice.say('form:review.line', { field: field.label(voice), value: shown });
  });
  return {
    paragraphs: [
      [voice.say('form:review.intro'), '', ...lines].join('\n'),
      ...(definition.review?.notes?.(state.slots, context) ?? []),
      voice.say('form:review.ask'),
    ],
    buttons: [
      voice.say('form:buttons.file'),
      voice.say('form:buttons.change'),
      voice.say('form:buttons.cancel'),
    ],
  };
}

function promptPending(form: Asking, state: FormState, pending: Pending): FormSpeech {
  const { definition, context } = form;
  const { say } = context.voice;
  switch (pending.kind) {
    case 'cancel':
      return {
        paragraphs: [say('form:cancelAsk', { values: listValues(definition, state.slots, context) })],
        buttons: [say('form:buttons.cancelYes'), say('form:buttons.cancelNo')],
      };
    case 'leave':
      return {
        paragraphs: [askToLeave(form, state, pending.name)],
        buttons: [say('form:buttons.leaveYes'), say('form:buttons.leaveNo')],
      };
    case 'change':
      return {
        paragraphs: [say('form:changeAsk')],
        buttons: [
          ...listApplicable(definition, state.slots).map((field) => field.label(context.voice)),
          say('form:buttons.changeNothing'),
        ],
      };
    case 'which': {
      const field = findField(definition, pending.field);
      const labels =
        field === undefined ? [] : pending.values.map((value) => field.show(value, context.voice));
      return {
        paragraphs: [say('form:which', { choices: joinChoices(labels, context) })],
        buttons: [...labels, say('form:buttons.help'), say('form:buttons.cancel')],
      };
    }
  }
}

/** What would be lost is said only where something would. */
function askToLeave({ definition, context }: Asking, { slots }: FormState, other: string): string {
  const isLost = definition.review !== undefined && listValues(definition, slots, context) !== '';
  const values = { form: nameForm(definition, context), other };
  return context.voice.say(isLost ? 'form:leaveAsk' : 'form:leaveAskFreely', values);
}

function joinChoices(labels: readonly string[], { voice }: FormContext): string {
  return new Intl.ListFormat(getIntlTag(voice.language), { type: 'disjunction' }).format(labels);
}

/** What the form is called, as on the button that starts it. */
export function nameForm(definition: FormDefinition, { voice }: FormContext): string {
  return voice.say(`desk:routes.${definition.name}`);
}

/** "Flight: RE123; Bag tag: …": all that is known, in one line; empty when nothing is. */
export function listValues(definition: FormDefinition, slots: Slots, context: FormContext): string {
  const fields = listApplicable(definition, slots).filter(
    ({ name, passing }) => slots[name] !== undefined && !passing,
  );
  return nameValues(fields, slots, context);
}

export function nameValues(fields: readonly Field[], slots: Slots, { voice }: FormContext): string {
  return fields
    .map((field) => {
      const value = slots[field.name];
      const shown = value === undefined ? voice.say('form:missing') : quoteValue(field, value, voice);
      return voice.say('form:notedOne', { field: field.label(voice), value: shown });
    })
    .join(voice.say('form:andBetween'));
}
