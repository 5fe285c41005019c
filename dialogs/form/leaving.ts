import type { FormContext, FormDefinition } from './definition.js';
import { listValues, promptAgain } from './prompts.js';
import type { FormState } from './state.js';
import { SILENCE, type FormStep } from './step.js';

/**
 * Asks whether to give this up for something else: `name` is what that is called, `text` the words that asked for it.
 * A look-up to which nothing was told yet is left at once, and so is what yields to it.
 */
export function askToLeave(
  form: { readonly definition: FormDefinition; readonly context: FormContext },
  state: FormState,
  { lead, name, text }: { readonly lead: string; readonly name: string; readonly text: string },
): FormStep {
  const { definition, context } = form;
  const isNothingTold =
    definition.review === undefined && listValues(definition, state.slots, context) === '';
  if (isNothingTold || definition.yieldsTo?.includes(lead)) {
    return {
      state: { ...state, phase: 'cancelled' },
      speech: SILENCE,
      effect: { kind: 'leave', lead, text },
    };
  }
  const asked: FormState = { ...state, pending: { kind: 'leave', lead, name, text } };
  return { state: asked, speech: promptAgain(form, asked) };
}
