import type { Field } from './definition.js';
import { isOneQuestion } from './questions.js';
import type { FormTurn } from './step.js';

/** How sure understanding must be to leave a question for another: by what the field could make of the words. */
const CLEAR = { story: 0.85, anything: 0.6, nothing: 0.5 };
/** And where the words do not ask anything, but the field cannot use them. */
const STATED = 0.75;
/** What asks back interrupts more than what answers. */
const STATED_UNCLEARLY = 0.85;
const CERTAIN = 0.95;
/** Figures alone ask nothing. */
const WORD = /\p{Script=Han}|\p{L}{2}/u;
/** Longer messages are stories, whatever they contain. */
const LONGEST_QUESTION = 120;
const LONGEST_WISH = 50;

/** Whether the words mean something else, though the field could take them. */
export function isClearAside(turn: FormTurn, field: Field): boolean {
  const { input, meaning, definition, context } = turn;
  const { route, score } = meaning;
  if (route === 'none' || route === `dialog:${definition.name}` || !WORD.test(input.text)) return false;
  if (isQuestionRoute(route)) {
    const isWish = score >= CERTAIN && input.text.length <= LONGEST_WISH;
    // A bare flight number asks for the flight's status, unless a flight number was asked for.
    if (route.startsWith('dialog:') && field.open && isWish) return true;
    if (route === 'clarify' && field.open === 'story') return false;
    const needed = field.open === 'story' ? CLEAR.story : CLEAR.anything;
    return (
      score >= needed && input.text.length <= LONGEST_QUESTION && isOneQuestion(input.text, context.lexicon)
    );
  }
  return score >= CLEAR.story && input.text.length <= LONGEST_WISH;
}

/** Whether the words probably mean something else, given that the field cannot take them. */
export function isLikelyAside({ input, meaning, definition, context }: FormTurn): boolean {
  const { route, score } = meaning;
  if (route === 'none' || route === `dialog:${definition.name}` || !WORD.test(input.text)) return false;
  if (isOneQuestion(input.text, context.lexicon)) return score >= CLEAR.nothing;
  return score >= (route === 'clarify' ? STATED_UNCLEARLY : STATED);
}

function isQuestionRoute(route: string): boolean {
  return route === 'clarify' || route.startsWith('faq:') || route.startsWith('dialog:');
}
