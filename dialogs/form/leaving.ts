import type { FormContext, FormDefinition } from './definition.js';
import { promptAgain } from './prompts.js';
import type { FormState } from './state.js';
import type { FormStep } from './step.js';

/** Asks whether to give this up for something else: `name` is what that is called, `text` the words that asked for it. */
export function askToLeave(
  form: { readonly definition: FormDefinition; readonly context: FormContext },
  state: FormState,
  { lead, name, text }: { readonly lead: string; readonly name: string; readonly text: string },
): FormStep {
  const asked: FormState = { ...state, pending: { kind: 'leave', lead, name, text } };
  return { state: asked, speech: promptAgain(form, asked) };
}
