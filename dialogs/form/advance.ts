import { answerPending } from './answerPending.js';
import { isClearAside, isLikelyAside } from './asides.js';
import { isOneOf } from './choices.js';
import { answerOther, correct } from './correct.js';
import { findNamedField } from './correction.js';
import type { Field, FormContext, FormDefinition, FormInput } from './definition.js';
import { countFailure } from './failing.js';
import { askFor, fillInPassing, goOn, proceed, putValue } from './filling.js';
import { dropUsed, isMostlyEntities } from './input.js';
import { chooseChange, describeStanding, obey } from './obey.js';
import { promptAgain, promptReview } from './prompts.js';
import {
  createFormState,
  findField,
  listApplicable,
  passField,
  sealSlots,
  selectSlots,
  type FormState,
} from './state.js';
import { precede, SILENCE, type FormStep, type FormTurn } from './step.js';
import { readYesNo } from './yesNo.js';

/** After this long, or after a restart of the service, a form says where it stands before it goes on. */
const PAUSE_MS = 30 * 60_000;

/**
 * Begins a form. What the words that started it say beyond doubt is taken from them; they are never the answer to its
 * first question.
 */
export function beginForm(
  definition: FormDefinition,
  input: FormInput,
  context: FormContext,
  filingKey: string,
): FormStep {
  const form = { definition, context };
  const state = {
    ...createFormState(filingKey, context.now),
    slots: definition.keep?.(input, context) ?? {},
  };
  const filled = fillInPassing(form, state, input, { corrects: false, opens: true });
  const step = proceed(form, filled.state);
  // What is looked up at once names itself what it is about.
  if (step.effect?.kind === 'submit') return step;
  const first = definition.begin(context, filled.state.slots);
  return precede(step, first, ...filled.said);
}

/**
 * Takes one message: an answer, a command, a correction, a yes, or something else altogether (the effect `aside`, to be
 * acted upon by whoever calls). Total: it never throws for any words, and a value once told is lost only by a change
 * that is announced, a confirmed cancel or a restart. `startedAt` is when this process began.
 */
export function advanceForm(turn: FormTurn, state: FormState, startedAt?: Date): FormStep {
  const { context } = turn;
  const standing = isTakenUpAgain(state, context.now, startedAt) ? describeStanding(turn, state) : undefined;
  const touched: FormState = { ...state, touchedAt: context.now.toISOString() };
  return precede(respond(turn, touched), standing);
}

/** Takes what a submission left to be told, and goes on with it. */
export function continueForm(
  form: Pick<FormTurn, 'definition' | 'context'>,
  state: FormState,
  { slots, text }: { readonly slots: FormState['slots']; readonly text?: string },
): FormStep {
  const merged = Object.entries({ ...state.slots, ...slots }).filter(([, value]) => value !== null);
  const skipped = state.skipped.filter((name) => slots[name] === undefined);
  return precede(proceed(form, { ...state, slots: Object.fromEntries(merged), skipped }), text);
}

function isTakenUpAgain({ touchedAt }: FormState, now: Date, startedAt: Date | undefined): boolean {
  const touched = Date.parse(touchedAt);
  return now.getTime() - touched > PAUSE_MS || (startedAt !== undefined && touched < startedAt.getTime());
}

function respond(turn: FormTurn, state: FormState): FormStep {
  const answered = state.pending && answerPending(turn, state, state.pending);
  if (answered !== undefined) return answered;
  const open: FormState = { ...state, pending: undefined };
  const obeyed = obey(turn, open);
  if (obeyed !== undefined) return obeyed;
  if (state.phase === 'reviewing') return takeReview(turn, open);
  const field = findField(turn.definition, open.asking);
  return field === undefined ? proceed(turn, open) : takeAnswer(turn, open, field);
}

function takeReview(turn: FormTurn, state: FormState): FormStep {
  const { definition, context, input } = turn;
  const decision = readYesNo(input.text, context.lexicon);
  if (decision === 'yes' && state.shown === sealSlots(selectSlots(definition, state.slots))) {
    return { state: { ...state, phase: 'submitting' }, speech: SILENCE, effect: { kind: 'submit' } };
  }
  if (decision !== undefined)
    return chooseChange(turn, state) ?? { state, speech: promptReview(turn, state) };
  const corrected = correct(turn, state);
  if (corrected !== undefined) return corrected;
  const inPassing = fillInPassing(turn, state, input, { corrects: isMostlyEntities(input) });
  if (inPassing.fields.length > 0)
    return precede(goOn(turn, inPassing.state, inPassing.fields), ...inPassing.said);
  if (isLikelyAside(turn)) return { state, speech: SILENCE, effect: { kind: 'aside' } };
  const named = findNamedField(input, listApplicable(definition, state.slots), context.lexicon);
  if (named !== undefined) return askFor(turn, state, named.field);
  return precede({ state, speech: promptReview(turn, state) }, context.voice.say('form:review.unclear'));
}

function takeAnswer(turn: FormTurn, state: FormState, field: Field): FormStep {
  const decision = readYesNo(turn.input.text, turn.context.lexicon);
  if (decision === 'no' && declines(turn, state, field)) {
    return proceed(turn, passField({ ...state, skipped: [...state.skipped, field.name] }, field.name));
  }
  if (field.open !== 'message' && !isPlainAnswer(turn, state, field)) {
    const corrected = correct(turn, state);
    if (corrected !== undefined) return corrected;
    if (isClearAside(turn, field)) return { state, speech: SILENCE, effect: { kind: 'aside' } };
    const other = answerOther(turn, state);
    if (other !== undefined) return other;
  }
  const reading = field.read(turn.input, turn.context, state.slots);
  switch (reading.kind) {
    case 'filled': {
      const put = putValue(passField(state, field.name), field, reading.value, turn.context);
      const rest = reading.used === undefined ? turn.input : dropUsed(turn.input, reading.used);
      const more = fillInPassing(turn, put.state, rest, {
        corrects: !field.open && isMostlyEntities(turn.input),
        except: field.name,
      });
      const response = field.respond?.(reading.value, turn.context, state.slots);
      return precede(proceed(turn, more.state), response, ...put.said, ...more.said);
    }
    case 'ambiguous': {
      const asked: FormState = {
        ...state,
        pending: { kind: 'which', field: field.name, values: reading.values },
      };
      return { state: asked, speech: promptAgain(turn, asked) };
    }
    case 'rejected':
      return takeElse(turn, state, field, reading.problem);
  }
}

/** "No" to something that may be left out, unless no is one of its answers. */
function declines({ input, context }: FormTurn, state: FormState, field: Field): boolean {
  if (!field.optional || state.slots[field.name] !== undefined) return false;
  return field.open === true || field.read(input, context, state.slots).kind !== 'filled';
}

/** An answer that was offered takes nothing back, even where it begins like it ("No, nothing is missing"). */
function isPlainAnswer({ input, context }: FormTurn, state: FormState, field: Field): boolean {
  const { choices } = field.ask(state.slots, context);
  if (choices === undefined) return false;
  if (isOneOf(input.text, choices)) return true;
  const isYesOrNo = readYesNo(input.text, context.lexicon) !== undefined;
  return isYesOrNo && field.read(input, context, state.slots).kind === 'filled';
}

/** The words do not answer the question: perhaps they answer others, or mean something else. */
function takeElse(turn: FormTurn, state: FormState, field: Field, problem: string): FormStep {
  const corrects = isMostlyEntities(turn.input);
  const inPassing = fillInPassing(turn, state, turn.input, { corrects, except: field.name });
  if (inPassing.fields.length > 0)
    return precede(goOn(turn, inPassing.state, inPassing.fields), ...inPassing.said);
  if (isLikelyAside(turn)) return { state, speech: SILENCE, effect: { kind: 'aside' } };
  return countFailure(turn, state, field, problem);
}
