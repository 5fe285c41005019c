import { normaliseText } from '../../faq/understanding/normalise.js';
import type { FormLexicon } from '../form/lexicon.js';
import { findWithin } from '../form/wording.js';

/** The first number in figures, else the largest one in words, as far as the list of numerals goes. */
export function readCount(text: string, lexicon: FormLexicon): number | undefined {
  const figures = /\d+/.exec(text.normalize('NFKC'))?.[0];
  if (figures !== undefined) return Number(figures);
  const words = normaliseText(text);
  // The large ones first: their names hold those of small ones.
  const count = lexicon
    .groups('assistance:numerals')
    .findLastIndex((names) => findWithin(words, names) !== undefined);
  return count < 0 ? undefined : count;
}
