import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const SOURCES: readonly (readonly [folder: string, ending: string])[] = [
  ['./', '.ts'],
  ['./', '.txt'],
  ['./kernel/', '.ts'],
  ['./kernel/', '.wasm'],
  ['../', 'lexicon.yaml'],
  ['../../locales/places/', '.json'],
];

/**
 * Changes with anything a model depends on beside its examples: this folder's code and words, the lexicon, the names
 * of places.
 * Read from the files, because a number to be raised by hand is forgotten.
 */
export const ENGINE_VERSION = computeVersion();

function computeVersion(): string {
  const hash = createHash('sha256');
  for (const [folder, ending] of SOURCES) {
    const base = new URL(folder, import.meta.url);
    for (const name of readdirSync(base).sort()) {
      if (name.endsWith(ending)) hash.update(name).update(readFileSync(new URL(name, base)));
    }
  }
  return hash.digest('hex');
}
