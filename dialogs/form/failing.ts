import type { Field } from './definition.js';
import { listButtons } from './prompts.js';
import type { FormState } from './state.js';
import type { FormStep, FormTurn } from './step.js';

const PATIENCE = 2;

/** Says what was wrong with an answer; from the second one in a row on, also what other ways there are. */
export function countFailure(turn: FormTurn, state: FormState, field: Field, problem: string): FormStep {
  const { say } = turn.context.voice;
  const count = (state.failures[field.name] ?? 0) + 1;
  const failed: FormState = {
    ...state,
    phase: 'asking',
    asking: field.name,
    failures: { ...state.failures, [field.name]: count },
  };
  const buttons = listButtons(turn, failed, field);
  if (count < PATIENCE) return { state: failed, speech: { paragraphs: [problem], buttons } };
  const ways = say(field.optional ? 'form:otherWaysSkip' : 'form:otherWays');
  return {
    state: failed,
    speech: { paragraphs: [problem, ways], buttons: [...buttons, say('desk:quickStarts.person')] },
  };
}
