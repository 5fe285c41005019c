import type { Candidate, Route } from '../../faq/understanding/route.js';
import type { CasePage } from '../casePage.js';
import type { FormContext, FormDefinition, FormInput } from './definition.js';
import type { FormState } from './state.js';

/** What understanding makes of a message, apart from the form. */
export interface Meaning {
  readonly route: Route;
  /** How sure it is, 0 to 1. */
  readonly score: number;
  readonly candidates: readonly Candidate[];
}

/** One message to a form, with all there is to judge it by. */
export interface FormTurn {
  readonly definition: FormDefinition;
  readonly context: FormContext;
  readonly input: FormInput;
  readonly meaning: Meaning;
}

/** What is to be done beside speaking. */
export type FormEffect =
  /** The passenger confirmed, or nothing has to be confirmed: carry it out. */
  | { readonly kind: 'submit' }
  /** The passenger gave it up. */
  | { readonly kind: 'cancel' }
  /** The passenger goes elsewhere: `text` are the words that asked for it. */
  | { readonly kind: 'leave'; readonly lead: string; readonly text: string }
  /** The words mean something else than an answer: act on the meaning, then repeat the question. */
  | { readonly kind: 'aside' }
  /** As an aside that asks for a person. */
  | { readonly kind: 'person' };

/** What a form says: paragraphs of one message and the words on its buttons. */
export interface FormSpeech {
  readonly paragraphs: readonly string[];
  readonly buttons: readonly string[];
  readonly page?: CasePage;
}

/** What comes of one message. */
export interface FormStep {
  readonly state: FormState;
  readonly speech: FormSpeech;
  readonly effect?: FormEffect;
}

export const SILENCE: FormSpeech = { paragraphs: [], buttons: [] };

/** The step with words before its own. */
export function precede(step: FormStep, ...paragraphs: readonly (string | undefined)[]): FormStep {
  const before = paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '') as string[];
  return { ...step, speech: { ...step.speech, paragraphs: [...before, ...step.speech.paragraphs] } };
}
