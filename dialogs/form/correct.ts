import type { Json } from '../../services/eventLog.js';
import { findCorrection, findNamedField } from './correction.js';
import type { Field, FormInput } from './definition.js';
import { countFailure } from './failing.js';
import { sliceInput } from './input.js';
import { askFor, fillInPassing, goOn, isSame, putValue } from './filling.js';
import { chooseChange } from './obey.js';
import { promptAgain } from './prompts.js';
import { findField, listApplicable, passField, type FormState } from './state.js';
import { precede, type FormStep, type FormTurn } from './step.js';
import { normaliseText } from '../../faq/understanding/normalise.js';

/** Acts on words that take an earlier answer back; undefined where they do not. */
export function correct(turn: FormTurn, state: FormState): FormStep | undefined {
  const fields = listApplicable(turn.definition, state.slots);
  const correction = findCorrection(turn.input, fields, turn.context.lexicon);
  if (correction === undefined) return undefined;
  const { field, rest } = correction;
  if (field !== undefined && (field.name !== state.asking || isEmpty(rest)))
    return correctField(turn, state, field, rest);
  return correctUnnamed(turn, state, rest);
}

/** "The flight number is MU5101", without a word that takes anything back, where another field is being asked for. */
export function answerOther(turn: FormTurn, state: FormState): FormStep | undefined {
  const { definition, context, input } = turn;
  const named = findNamedField(input, listApplicable(definition, state.slots), context.lexicon);
  if (named === undefined || named.field.name === state.asking || named.field.open || isEmpty(named.rest))
    return undefined;
  const reading = named.field.read(named.rest, context, state.slots);
  if (reading.kind !== 'filled' || !isAllOf(named.rest.text, reading.used)) return undefined;
  return put(turn, state, named.field, reading.value);
}

function correctField(turn: FormTurn, state: FormState, field: Field, rest: FormInput): FormStep {
  const { context } = turn;
  if (isEmpty(rest)) return askFor(turn, state, field);
  const reading = readOther(turn, state, field, rest);
  switch (reading.kind) {
    case 'filled':
      return put(turn, state, field, reading.value);
    case 'ambiguous':
      return askWhich(turn, state, field, reading.values);
    case 'rejected': {
      const inPassing = fillInPassing({ ...turn, context }, state, turn.input, { corrects: true });
      if (inPassing.fields.length > 0)
        return precede(goOn(turn, inPassing.state, inPassing.fields), ...inPassing.said);
      return countFailure(turn, askFor(turn, state, field).state, field, reading.problem);
    }
  }
}

/** "Not the 1st but the 2nd" names both: the one that is not there yet is meant. */
function readOther({ context }: FormTurn, state: FormState, field: Field, rest: FormInput) {
  const reading = field.read(rest, context, state.slots);
  if (reading.kind !== 'filled' || reading.used === undefined) return reading;
  if (!isSame(reading.value, state.slots[field.name])) return reading;
  const after = rest.text.indexOf(reading.used) + reading.used.length;
  const second = field.read(sliceInput(rest, after), context, state.slots);
  return second.kind === 'filled' ? second : reading;
}

function correctUnnamed(turn: FormTurn, state: FormState, rest: FormInput): FormStep | undefined {
  const { definition, context } = turn;
  const current = findField(definition, state.asking);
  if (isEmpty(rest)) return current?.open ? undefined : chooseChange(turn, state);
  const changed = fillInPassing(turn, state, rest, {
    corrects: true,
    ...(current && { except: current.name }),
  });
  const alsoCurrent = current && !current.open ? current.read(rest, context, state.slots) : undefined;
  if (alsoCurrent?.kind === 'filled' && current !== undefined) return undefined;
  if (changed.fields.length > 0) return precede(goOn(turn, changed.state, changed.fields), ...changed.said);
  const rechosen = current?.open ? undefined : chooseAgain(turn, state, rest);
  if (rechosen !== undefined) return rechosen;
  const previous = findField(definition, state.path.at(-1));
  if (current?.open || previous === undefined || previous.name === current?.name) return undefined;
  const reading = previous.read(rest, context, state.slots);
  return reading.kind === 'filled' ? put(turn, state, previous, reading.value) : undefined;
}

/** "No, it is damaged": another of the choices that an earlier question offered, if only one question did. */
function chooseAgain(turn: FormTurn, state: FormState, rest: FormInput): FormStep | undefined {
  const { definition, context } = turn;
  const chosen = listApplicable(definition, state.slots).flatMap((field) => {
    const hasChoices = field.ask(state.slots, context).choices !== undefined;
    if (field.name === state.asking || state.slots[field.name] === undefined || !hasChoices) return [];
    const reading = field.read(rest, context, state.slots);
    const isOther = reading.kind === 'filled' && !isSame(reading.value, state.slots[field.name]);
    return isOther || reading.kind === 'ambiguous' ? [{ field, reading }] : [];
  });
  const [only, ...others] = chosen;
  if (only === undefined || others.length > 0) return undefined;
  const { field, reading } = only;
  return reading.kind === 'filled'
    ? put(turn, state, field, reading.value)
    : askWhich(turn, state, field, reading.values);
}

function askWhich(turn: FormTurn, state: FormState, field: Field, values: readonly Json[]): FormStep {
  const asked: FormState = { ...state, pending: { kind: 'which', field: field.name, values } };
  return { state: asked, speech: promptAgain(turn, asked) };
}

function put(
  turn: FormTurn,
  state: FormState,
  field: Field,
  value: Parameters<typeof putValue>[2],
): FormStep {
  const isNew = state.slots[field.name] === undefined;
  const filled = putValue(state, field, value, turn.context);
  const { voice } = turn.context;
  const note = isNew
    ? [
        voice.say('form:noted', {
          values: voice.say('form:notedOne', { field: field.label(voice), value: field.show(value, voice) }),
        }),
      ]
    : filled.said;
  const passed = field.name === state.asking ? passField(filled.state, field.name) : filled.state;
  return precede(goOn(turn, passed, filled.fields), ...note);
}

function isEmpty(input: FormInput): boolean {
  return normaliseText(input.text) === '' && input.files.length === 0;
}

function isAllOf(text: string, used: string | undefined): boolean {
  return used !== undefined && normaliseText(text) === normaliseText(used);
}
