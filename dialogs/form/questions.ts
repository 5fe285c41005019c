import { normaliseText } from '../../faq/understanding/normalise.js';
import type { FormLexicon } from './lexicon.js';
import { findStart } from './wording.js';

const ENDS = /[.!?\u3002\uff01\uff1f\n]+/;
const HAN = /\p{Script=Han}/u;

/** Whether the words are one question and nothing else, with or without its mark. */
export function isOneQuestion(text: string, lexicon: FormLexicon): boolean {
  const sentences = text.split(ENDS).filter((sentence) => sentence.trim() !== '');
  if (sentences.length !== 1) return false;
  if (/[?\uff1f]/.test(text)) return true;
  const plain = normaliseText(text);
  const words = lexicon.list('commands:questions');
  return (
    words.some((word) => HAN.test(word) && plain.includes(word)) ||
    (findStart(plain, words) !== undefined && plain.split(' ').length > 2)
  );
}
