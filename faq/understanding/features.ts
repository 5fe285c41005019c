import { readSyllable } from './pinyin.js';
import { splitTokens, type Token } from './tokens.js';

/** Families of features; each is weighed apart, so that one with many members does not drown the others. */
export const FEATURE_GROUPS = [
  'word',
  'wordPair',
  'letters',
  'han',
  'hanPair',
  'hanTriple',
  'sound',
] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

export type EmitFeature = (group: FeatureGroup, feature: string) => void;

/** Names every feature of a normalised text, in order of appearance, repeats included. */
export function extractFeatures(normalised: string, emit: EmitFeature): void {
  const tokens = splitTokens(normalised);
  let previous = '^';
  for (const token of tokens) {
    if (token.kind === 'han') emitHan(token.text, emit);
    else emitWord(token, emit);
    const edge = token.kind === 'han' ? '汉' : token.text;
    emit('wordPair', `${previous} ${edge}`);
    previous = edge;
  }
  emit('wordPair', `${previous} $`);
}

function emitWord(token: Token, emit: EmitFeature): void {
  const { kind, text } = token;
  emit('word', text);
  if (kind === 'number') emit('word', `#${text.length}`);
  if (kind !== 'word') return;
  const framed = `<${text}>`;
  for (let size = 3; size <= 5; size += 1) {
    for (let start = 0; start + size <= framed.length; start += 1) {
      emit('letters', framed.slice(start, start + size));
    }
  }
}

function emitHan(run: string, emit: EmitFeature): void {
  const characters = [...run];
  const syllables = characters.map(readSyllable);
  for (let at = 0; at < characters.length; at += 1) {
    const one = characters[at] ?? '';
    emit('han', one);
    if (at + 1 >= characters.length) continue;
    const two = one + (characters[at + 1] ?? '');
    const sounds = `${syllables[at]}'${syllables[at + 1]}`;
    emit('hanPair', two);
    emit('sound', sounds);
    if (at + 2 >= characters.length) continue;
    emit('hanTriple', two + (characters[at + 2] ?? ''));
    emit('sound', `${sounds}'${syllables[at + 2]}`);
  }
}
