import { normaliseText } from '../../faq/understanding/normalise.js';
import type { Field } from './definition.js';
import type { FormLexicon } from './lexicon.js';
import type { FormTurn } from './step.js';
import { findStart } from './wording.js';

/** Sure enough to leave a question that takes any words for, by a question and by a wish; and one that could not use the words. */
const CLEAR = 0.85;
const CERTAIN = 0.95;
const LIKELY = 0.5;
/** Longer messages are stories, whatever they contain. */
const LONGEST_QUESTION = 120;
const LONGEST_WISH = 50;

/** Whether the words clearly mean something else, though the field could take them. */
export function isClearAside(turn: FormTurn, field: Field): boolean {
  const { input, meaning, definition, context } = turn;
  const { route, score } = meaning;
  if (score < CLEAR || route === 'none' || route === 'clarify' || route === `dialog:${definition.name}`)
    return false;
  const isWish = score >= CERTAIN && input.text.length <= LONGEST_WISH;
  // A bare flight number asks for the flight's status, unless a flight number was asked for.
  if (route.startsWith('dialog:') && field.open && isWish) return true;
  if (route.startsWith('faq:') || route.startsWith('dialog:')) {
    return input.text.length <= LONGEST_QUESTION && isOneQuestion(input.text, context.lexicon);
  }
  return input.text.length <= LONGEST_WISH;
}

/** Whether the words probably mean something else, given that the field cannot take them. */
export function isLikelyAside({ meaning, definition }: FormTurn): boolean {
  const { route, score } = meaning;
  return score >= LIKELY && route !== 'none' && route !== 'clarify' && route !== `dialog:${definition.name}`;
}

const ENDS = /[.!?\u3002\uff01\uff1f\n]+/;

function isOneQuestion(text: string, lexicon: FormLexicon): boolean {
  const sentences = text.split(ENDS).filter((sentence) => sentence.trim() !== '');
  if (sentences.length !== 1) return false;
  if (/[?\uff1f]/.test(text)) return true;
  const plain = normaliseText(text);
  const words = lexicon.list('commands:questions');
  const isHan = /\p{Script=Han}/u;
  return (
    words.some((word) => isHan.test(word) && plain.includes(word)) ||
    (findStart(plain, words) !== undefined && plain.split(' ').length > 2)
  );
}
