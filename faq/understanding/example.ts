import { createHash } from 'node:crypto';
import type { Example } from '../corpus.js';
import { ENGINE_VERSION } from './engineVersion.js';

export type { Example };

/** The same for the same examples in the same order, whatever the machine; hexadecimal. */
export function hashExamples(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(ENGINE_VERSION);
  for (const { text, route, language, isAnswer = false } of examples) {
    hash.update(JSON.stringify([text, route, language, isAnswer]));
  }
  return hash.digest('hex');
}
