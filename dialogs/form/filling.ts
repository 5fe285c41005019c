import type { Json } from '../../services/eventLog.js';
import type { Field, FormContext, FormDefinition, FormInput } from './definition.js';
import { promptField, promptReview, nameValues } from './prompts.js';
import { quoteValue } from './quote.js';
import {
  fillSlot,
  findField,
  findNextField,
  listApplicable,
  sealSlots,
  selectSlots,
  type FormState,
} from './state.js';
import { SILENCE, type FormStep } from './step.js';

type Form = { readonly definition: FormDefinition; readonly context: FormContext };

/** A state with what has to be said about how it came to be. */
export interface Filled {
  readonly state: FormState;
  readonly said: readonly string[];
  /** The fields that were told or told again. */
  readonly fields: readonly string[];
}

export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Puts a value in. A value that was there before is never replaced without saying so. */
export function putValue(state: FormState, field: Field, value: Json, { voice }: FormContext): Filled {
  const before = state.slots[field.name];
  const fields = [field.name];
  if (before === undefined || field.passing) {
    return { state: fillSlot(state, field.name, value), said: [], fields };
  }
  const label = field.label(voice);
  const to = quoteValue(field, value, voice);
  if (isSame(before, value)) {
    return {
      state: fillSlot(state, field.name, value),
      said: [voice.say('form:unchanged', { field: label, value: to })],
      fields,
    };
  }
  const from = quoteValue(field, before, voice);
  return {
    state: fillSlot(state, field.name, value),
    said: [voice.say('form:changed', { field: label, from, to })],
    fields,
  };
}

/**
 * Takes from the words what was not asked for: fields not told yet, and, where `corrects`, other values than those
 * told. `except` is left alone. Words that open a form are looked at more boldly.
 */
export function fillInPassing(
  { definition, context }: Form,
  state: FormState,
  input: FormInput,
  { corrects, except, opens = false }: { corrects: boolean; except?: string; opens?: boolean },
): Filled {
  const noted: Field[] = [];
  const changes: string[] = [];
  const fields: string[] = [];
  let filled = state;
  for (const field of definition.fields) {
    if (field.name === except || !(field.appliesTo?.(filled.slots) ?? true)) continue;
    const before = filled.slots[field.name];
    if (before !== undefined && !corrects && !field.gathers) continue;
    const guess = opens ? field.infer?.(input, context) : undefined;
    const value = field.prefill?.(input, context, filled.slots) ?? guess;
    if (value === undefined || isSame(value, before)) continue;
    if (before === undefined || field.gathers) {
      filled = fillSlot(filled, field.name, value);
      noted.push(field);
    } else {
      const put = putValue(filled, field, value, context);
      filled = put.state;
      changes.push(...put.said);
    }
    fields.push(field.name);
  }
  const note =
    noted.length === 0
      ? []
      : [context.voice.say('form:noted', { values: nameValues(noted, filled.slots, context) })];
  return { state: filled, said: [...note, ...changes], fields };
}

/** Goes on with the question that is open, unless it was just answered; then with what comes next. */
export function goOn(form: Form, state: FormState, answered: readonly string[]): FormStep {
  const open = findField(form.definition, state.asking);
  const stays =
    open !== undefined &&
    state.phase === 'asking' &&
    !answered.includes(open.name) &&
    !open.unasked?.(state.slots) &&
    listApplicable(form.definition, state.slots).includes(open);
  return stays ? askFor(form, state, open) : proceed(form, state);
}

/** Asks for what is still to be told; when all is, reads it back or has it carried out. */
export function proceed(form: Form, state: FormState): FormStep {
  const next = findNextField(form.definition, state);
  if (next !== undefined) return askFor(form, state, next);
  const closed: FormState = { ...state, asking: undefined, pending: undefined };
  const slots = selectSlots(form.definition, state.slots);
  if (form.definition.review === undefined) {
    return { state: { ...closed, phase: 'submitting' }, speech: SILENCE, effect: { kind: 'submit' } };
  }
  const reviewing: FormState = { ...closed, phase: 'reviewing', shown: sealSlots(slots) };
  return { state: reviewing, speech: promptReview(form, reviewing) };
}

export function askFor(form: Form, state: FormState, field: Field): FormStep {
  const asking: FormState = {
    ...state,
    phase: 'asking',
    asking: field.name,
    pending: undefined,
    shown: undefined,
  };
  return { state: asking, speech: promptField(form, asking, field) };
}
