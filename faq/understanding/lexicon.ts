import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { parse } from 'yaml';
import { z } from 'zod';
import { MisspellingIndex } from './misspellings.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';

const words = z
  .union([z.string(), z.number().transform(String)])
  .default('')
  .transform((list) =>
    list
      .split(/[,、]/)
      .map((word) => word.trim())
      .filter(Boolean),
  );
const lexiconSchema = z.record(z.string(), z.strictObject({ en: words, zh: words }));

const LONGEST_PHRASE = 5;
const LONGEST_HAN = 7;

/** The concepts of each English phrase (stemmed, spaces between) and of each Chinese word. */
const conceptsOf = new Map<string, string[]>();
const HAN = /^\p{Script=Han}+$/u;
const source = readFileSync(new URL('../lexicon.yaml', import.meta.url), 'utf8');

for (const [concept, { en, zh }] of Object.entries(lexiconSchema.parse(parse(source)))) {
  for (const word of [...en, ...zh]) {
    const key = HAN.test(word) ? word : word.split(' ').map(stem).join(' ');
    const known = conceptsOf.get(key);
    if (!known) conceptsOf.set(key, [concept]);
    else if (!known.includes(concept)) known.push(concept);
  }
}

/** What the phrases begin with, whole phrases included: where a text goes on otherwise, no longer phrase can fit. */
const beginnings = new Set<string>();
for (const key of conceptsOf.keys()) {
  const parts = HAN.test(key) ? [...key] : key.split(' ');
  const joint = HAN.test(key) ? '' : ' ';
  parts.forEach((_, at) => beginnings.add(parts.slice(0, at + 1).join(joint)));
}

const knownWords = new Set([...conceptsOf.keys()].flatMap((key) => key.split(' ')));
const misspellings = new MisspellingIndex(knownWords);

/** The lexicon's lines that a text touches, each once, in order of appearance. */
export function findConcepts(tokens: readonly Token[]): string[] {
  const found = new Set<string>();
  const stems = tokens.map(({ kind, text }) =>
    kind === 'word' ? readWord(text) : kind === 'number' ? text : '',
  );
  tokens.forEach((token, at) => {
    if (token.kind === 'han') addHanConcepts(token.text, found);
    if (stems[at] === '') return;
    let phrase = '';
    for (let size = 1; size <= LONGEST_PHRASE && stems[at + size - 1]; size += 1) {
      phrase = size === 1 ? (stems[at] ?? '') : `${phrase} ${stems[at + size - 1]}`;
      if (!beginnings.has(phrase)) break;
      for (const concept of conceptsOf.get(phrase) ?? []) found.add(concept);
    }
  });
  return [...found];
}

function addHanConcepts(run: string, found: Set<string>): void {
  for (let start = 0; start < run.length; start += 1) {
    for (let size = 1; size <= LONGEST_HAN && start + size <= run.length; size += 1) {
      const word = run.slice(start, start + size);
      if (!beginnings.has(word)) break;
      for (const concept of conceptsOf.get(word) ?? []) found.add(concept);
    }
  }
}

/** Most words of a text are among some thousands; the rest is read anew each time. */
const readBefore = new LRUCache<string, string>({ max: 20_000 });

function readWord(written: string): string {
  const before = readBefore.get(written);
  if (before !== undefined) return before;
  const stemmed = stem(written);
  const read = knownWords.has(stemmed) ? stemmed : (misspellings.find(stemmed) ?? stemmed);
  readBefore.set(written, read);
  return read;
}
