import { listAirlines, listAirports, listCities } from '../../locales/places/index.js';
import { normaliseText } from './normalise.js';
import { AMBIGUOUS_PLACE_NAMES } from './shortWords.js';
import type { Token } from './tokens.js';

/** What a name stands for: which city it is changes nothing in what is asked. */
const shapeOf = new Map<string, '#place' | '#airline'>();
let longestHan = 0;
/** The words names begin with: most words begin none, and need no further look. */
const firstWords = new Set<string>();

for (const { en, zh, aliases = [] } of listAirlines()) addNames([en, zh, ...aliases], '#airline');
for (const { en, zh, aliases = [] } of listCities()) addNames([en, zh, ...aliases], '#place');
for (const { en, zh, nicknames = [] } of listAirports()) addNames([en, zh, ...nicknames], '#place');

const LONGEST_NAME = 3;

/** Puts `#place` and `#airline` for names of cities, airports and airlines. */
export function maskNames(tokens: readonly Token[]): Token[] {
  const masked: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    if (token.kind === 'han') masked.push(...maskHan(token.text));
    const words = token.kind === 'word' ? countNameWords(tokens, at) : 0;
    if (words > 0)
      masked.push({ kind: 'shape', text: shapeOf.get(joinWords(tokens, at, words)) ?? '#place' });
    else if (token.kind !== 'han') masked.push(token);
    at += Math.max(1, words);
  }
  return masked;
}

function addNames(names: readonly string[], shape: '#place' | '#airline'): void {
  for (const name of names.map(normaliseText)) {
    if (name.length < 2 || AMBIGUOUS_PLACE_NAMES.has(name) || shapeOf.has(name)) continue;
    if (/^[a-z]{1,3}$/.test(name)) continue;
    shapeOf.set(name, shape);
    firstWords.add(name.split(' ')[0] ?? name);
    if (/^\p{Script=Han}+$/u.test(name)) longestHan = Math.max(longestHan, name.length);
  }
}

function countNameWords(tokens: readonly Token[], at: number): number {
  if (!firstWords.has(tokens[at]?.text ?? '')) return 0;
  for (let words = LONGEST_NAME; words > 0; words -= 1) {
    if (shapeOf.has(joinWords(tokens, at, words))) return words;
  }
  return 0;
}

function joinWords(tokens: readonly Token[], at: number, words: number): string {
  if (words === 1) return tokens[at]?.text ?? '';
  const named = tokens.slice(at, at + words);
  if (named.length < words || named.some(({ kind }) => kind !== 'word')) return '';
  return named.map(({ text }) => text).join(' ');
}

function maskHan(run: string): Token[] {
  const parts: Token[] = [];
  let plain = 0;
  let at = 0;
  while (at < run.length) {
    const length = measureHanName(run, at);
    if (length === 0) {
      at += 1;
      continue;
    }
    if (at > plain) parts.push({ kind: 'han', text: run.slice(plain, at) });
    parts.push({ kind: 'shape', text: shapeOf.get(run.slice(at, at + length)) ?? '#place' });
    at += length;
    plain = at;
  }
  if (plain < run.length) parts.push({ kind: 'han', text: run.slice(plain) });
  return parts;
}

function measureHanName(run: string, at: number): number {
  for (let length = Math.min(longestHan, run.length - at); length >= 2; length -= 1) {
    if (shapeOf.has(run.slice(at, at + length))) return length;
  }
  return 0;
}
