import type { Json } from '../../services/eventLog.js';
import { isOneOf, matchChoices } from './choices.js';
import { findCommand } from './commands.js';
import { findNamedField } from './correction.js';
import type { Field } from './definition.js';
import { askFor, goOn, putValue } from './filling.js';
import { giveUp } from './obey.js';
import { promptAgain } from './prompts.js';
import { findField, listApplicable, passField, type FormState, type Pending } from './state.js';
import { precede, SILENCE, type FormStep, type FormTurn } from './step.js';
import { readYesNo } from './yesNo.js';

/** Takes the answer to a question in between; undefined where the words are no answer to it. */
export function answerPending(turn: FormTurn, state: FormState, pending: Pending): FormStep | undefined {
  const open: FormState = { ...state, pending: undefined };
  switch (pending.kind) {
    case 'cancel':
      return answerCancel(turn, open);
    case 'leave':
      return answerLeave(turn, open, pending);
    case 'change':
      return answerChange(turn, open);
    case 'which':
      return answerWhich(turn, open, pending);
  }
}

function answerCancel(turn: FormTurn, state: FormState): FormStep | undefined {
  const decision = decide(turn, 'cancel');
  if (decision === undefined) return undefined;
  return decision === 'yes' ? giveUp(turn, state) : stay(turn, state);
}

function answerLeave(
  turn: FormTurn,
  state: FormState,
  { lead, text }: Extract<Pending, { kind: 'leave' }>,
): FormStep | undefined {
  const decision = decide(turn, 'leave');
  if (decision === undefined) return undefined;
  if (decision === 'no') return stay(turn, state);
  return { state: { ...state, phase: 'cancelled' }, speech: SILENCE, effect: { kind: 'leave', lead, text } };
}

function decide({ input, context }: FormTurn, about: 'cancel' | 'leave'): 'yes' | 'no' | undefined {
  const { say } = context.voice;
  const choices = [
    { value: 'yes', label: say(`form:buttons.${about}Yes`) },
    { value: 'no', label: say(`form:buttons.${about}No`) },
  ];
  const said = readYesNo(input.text, context.lexicon);
  if (said !== undefined) return said;
  const command = findCommand(input.text, context.lexicon);
  if (command === 'cancel') return 'yes';
  if (command === 'continue' || command === 'keep') return 'no';
  const chosen = matchChoices(input.text, choices, context.lexicon);
  return chosen.length === 1 ? (chosen[0]?.value as 'yes' | 'no') : undefined;
}

function stay(turn: FormTurn, state: FormState): FormStep {
  return precede({ state, speech: promptAgain(turn, state) }, turn.context.voice.say('form:notCancelled'));
}

function answerChange(turn: FormTurn, state: FormState): FormStep | undefined {
  const { definition, context, input } = turn;
  if (isNothing(turn)) return { state, speech: promptAgain(turn, state) };
  const fields = listApplicable(definition, state.slots);
  const choices = fields.map((field) => ({ value: field.name, label: field.label(context.voice) }));
  const named = isOneOf(input.text, choices) ? undefined : findNamedField(input, fields, context.lexicon);
  if (named !== undefined && named.rest.text === '') return askFor(turn, state, named.field);
  const chosen = matchChoices(input.text, choices, context.lexicon);
  const field = chosen.length === 1 ? findField(definition, chosen[0]?.value as string) : undefined;
  return field && named === undefined ? askFor(turn, state, field) : undefined;
}

/** Nothing is to be changed after all. */
function isNothing({ input, context }: FormTurn): boolean {
  const { lexicon } = context;
  if (readYesNo(input.text, lexicon) === 'no') return true;
  const command = findCommand(input.text, lexicon);
  return command === 'keep' || command === 'continue' || command === 'back';
}

function answerWhich(
  turn: FormTurn,
  state: FormState,
  { field: name, values }: Extract<Pending, { kind: 'which' }>,
): FormStep | undefined {
  const field = findField(turn.definition, name);
  if (field === undefined) return undefined;
  const value = chooseValue(turn, state, field, values);
  if (value === undefined) return undefined;
  const { state: filled, said, fields } = putValue(state, field, value, turn.context);
  return precede(goOn(turn, passField(filled, name), fields), ...said);
}

function chooseValue(
  { input, context }: FormTurn,
  state: FormState,
  field: Field,
  values: readonly Json[],
): Json | undefined {
  const choices = values.map((value) => ({ value, label: field.show(value, context.voice) }));
  const chosen = matchChoices(input.text, choices, context.lexicon);
  if (chosen.length === 1) return chosen[0]?.value;
  const reading = field.read(input, context, state.slots);
  return reading.kind === 'filled' && !field.open ? reading.value : undefined;
}
