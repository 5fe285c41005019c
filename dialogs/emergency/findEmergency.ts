import { normaliseText } from '../../faq/understanding/normalise.js';
import type { FormLexicon } from '../form/lexicon.js';
import { findWithin } from '../form/wording.js';

const EMERGENCIES = ['distress', 'medical', 'safety'] as const;
export type Emergency = (typeof EMERGENCIES)[number];

/**
 * What danger the words speak of, if any. The lists hold phrases rather than words ("there is a bomb", not "bomb"):
 * people are dying to get home and have knives in their hold baggage. What only sounds like danger is taken out first.
 */
export function findEmergency(text: string, lexicon: FormLexicon): Emergency | undefined {
  const harmless = lexicon.list('emergency:falseAlarms');
  let words = normaliseText(text);
  for (let found = findWithin(words, harmless); found; found = findWithin(words, harmless)) {
    words = `${words.slice(0, found.at)} , ${words.slice(found.at + found.word.length)}`;
  }
  // Illness that is only supposed is a question; a threat with an "if" in it remains one.
  const isSupposed = findWithin(words, lexicon.list('emergency:supposed')) !== undefined;
  return EMERGENCIES.find(
    (kind) =>
      !(kind === 'medical' && isSupposed) &&
      findWithin(words, lexicon.list(`emergency:${kind}`)) !== undefined,
  );
}
