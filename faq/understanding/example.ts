import { createHash } from 'node:crypto';
import type { Example } from '../corpus.js';
import { LEXICON_VERSION } from './lexicon.js';

export type { Example };

/** Raised whenever the same examples would give another model, so that cached ones are learnt again. */
export const ENGINE_VERSION = 1;

/** The same for the same examples in the same order, whatever the machine; hexadecimal. */
export function hashExamples(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(`engine ${ENGINE_VERSION} ${LEXICON_VERSION}\n`);
  for (const { text, route, language, isAnswer = false } of examples) {
    hash.update(JSON.stringify([text, route, language, isAnswer]));
  }
  return hash.digest('hex');
}
