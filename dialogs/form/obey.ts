import { findCommand, isLack, type Command } from './commands.js';
import { isOneOf } from './choices.js';
import { askFor, proceed } from './filling.js';
import { listValues, nameForm, promptAgain } from './prompts.js';
import {
  createFormState,
  findField,
  findNextField,
  listApplicable,
  passField,
  type FormState,
} from './state.js';
import { precede, SILENCE, type FormStep, type FormTurn } from './step.js';
import { countFailure } from './failing.js';

/** Does what a command says; undefined where the words are none, or are the answer to what was asked. */
export function obey(turn: FormTurn, state: FormState): FormStep | undefined {
  const command =
    findCommand(turn.input.text, turn.context.lexicon) ?? (lacks(turn, state) ? 'skip' : undefined);
  if (command === undefined || isOfferedAnswer(turn, state, command)) return undefined;
  return carryOut[command](turn, { ...state, pending: undefined });
}

function lacks({ definition, context, input }: FormTurn, state: FormState): boolean {
  const names = findField(definition, state.asking)?.names(context.lexicon) ?? [];
  return isLack(input.text, names, context.lexicon);
}

/** A choice that happens to be called like a command is the choice. */
function isOfferedAnswer(
  { definition, context, input }: FormTurn,
  state: FormState,
  command: Command,
): boolean {
  const field = findField(definition, state.asking);
  const isAnswer = field?.listCommands?.(state.slots).includes(command) ?? false;
  return isAnswer || isOneOf(input.text, field?.ask(state.slots, context).choices ?? []);
}

type Obey = (turn: FormTurn, state: FormState) => FormStep | undefined;

const carryOut: Record<Command, Obey> = {
  back: goBack,
  cancel,
  restart,
  help,
  skip,
  keep,
  person: (_turn, state) => ({ state, speech: SILENCE, effect: { kind: 'person' } }),
  continue: (turn, state) => ({ state, speech: promptAgain(turn, state) }),
  review: standing,
  change: chooseChange,
};

function goBack(turn: FormTurn, state: FormState): FormStep {
  const applicable = listApplicable(turn.definition, state.slots).map(({ name }) => name);
  const path = state.path.filter((name) => applicable.includes(name) && name !== state.asking);
  const field = findField(turn.definition, path.at(-1));
  if (field === undefined) {
    const step = { state, speech: promptAgain(turn, state) };
    return precede(step, turn.context.voice.say('form:noFurtherBack'));
  }
  const skipped = state.skipped.filter((name) => name !== field.name);
  return askFor(turn, { ...state, skipped, path: path.slice(0, -1) }, field);
}

function cancel(turn: FormTurn, state: FormState): FormStep {
  const isLookUp = turn.definition.review === undefined;
  if (isLookUp || listValues(turn.definition, state.slots, turn.context) === '') return giveUp(turn, state);
  const asked: FormState = { ...state, pending: { kind: 'cancel' } };
  return { state: asked, speech: promptAgain(turn, asked) };
}

export function giveUp({ definition, context }: FormTurn, state: FormState): FormStep {
  const words = context.voice.say(definition.review === undefined ? 'form:ended' : 'form:cancelled');
  return {
    state: { ...state, phase: 'cancelled', asking: undefined, pending: undefined, shown: undefined },
    speech: { paragraphs: [words], buttons: [] },
    effect: { kind: 'cancel' },
  };
}

function restart(turn: FormTurn, state: FormState): FormStep {
  const fresh = createFormState(state.filingKey, turn.context.now);
  return precede(proceed(turn, fresh), turn.context.voice.say('form:restarted'));
}

function help(turn: FormTurn, state: FormState): FormStep {
  const { say } = turn.context.voice;
  const field = findField(turn.definition, state.asking);
  const prompt = promptAgain(turn, state);
  const buttons = [
    ...prompt.buttons.filter((button) => button !== say('form:buttons.help')),
    say('form:buttons.restart'),
    say('desk:quickStarts.person'),
  ];
  return precede(
    { state, speech: { paragraphs: prompt.paragraphs, buttons } },
    field?.help(turn.context),
    say('form:helpCommands'),
  );
}

/** Undefined where a field must be told and may take the words ("none") as its answer. */
function skip(turn: FormTurn, state: FormState): FormStep | undefined {
  const field = findField(turn.definition, state.asking);
  if (field === undefined) return undefined;
  if (state.slots[field.name] !== undefined) return proceed(turn, passField(state, field.name));
  if (field.optional) {
    const skipped = passField({ ...state, skipped: [...state.skipped, field.name] }, field.name);
    return proceed(turn, skipped);
  }
  if (!field.open && field.read(turn.input, turn.context, state.slots).kind === 'filled') return undefined;
  const { say } = turn.context.voice;
  return countFailure(turn, state, field, say('form:needed', { help: field.help(turn.context) }));
}

function keep(turn: FormTurn, state: FormState): FormStep {
  const field = findField(turn.definition, state.asking);
  if (field === undefined || state.slots[field.name] === undefined) {
    return { state, speech: promptAgain(turn, state) };
  }
  return proceed(turn, passField(state, field.name));
}

function standing(turn: FormTurn, state: FormState): FormStep {
  return precede({ state, speech: promptAgain(turn, state) }, describeStanding(turn, state));
}

/** What is being done and what is known so far. */
export function describeStanding(
  { definition, context }: Pick<FormTurn, 'definition' | 'context'>,
  state: FormState,
): string {
  const form = nameForm(definition, context);
  const values = listValues(definition, state.slots, context);
  const { say } = context.voice;
  if (values === '' || state.phase === 'reviewing') return say('form:standingEmpty', { form });
  return say('form:standing', { form, values: say('form:standingValues', { values }) });
}

export function chooseChange(turn: FormTurn, state: FormState): FormStep | undefined {
  const next = findNextField(turn.definition, state);
  if (next !== undefined && listValues(turn.definition, state.slots, turn.context) === '') return undefined;
  const asked: FormState = { ...state, pending: { kind: 'change' } };
  return { state: asked, speech: promptAgain(turn, asked) };
}
