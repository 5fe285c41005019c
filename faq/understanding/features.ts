import { stripCourtesy } from './courtesy.js';
import { findConcepts } from './lexicon.js';
import { readSyllable } from './pinyin.js';
import { maskNames } from './properNames.js';
import { splitTokens, type Token } from './tokens.js';
import { findWordClasses } from './wordClasses.js';

/** Families of features; each is weighed apart, so that one with many members does not drown the others. */
export const FEATURE_GROUPS = [
  'word',
  'wordPair',
  'wordSkip',
  'letters',
  'han',
  'hanPair',
  'hanSkip',
  'sound',
  'concept',
  'conceptPair',
  'wordKind',
  'wordField',
  'fieldPair',
] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/** Of a long text only the first concepts are paired: pairs grow with the square. */
const MOST_PAIRED = 10;

/** The letter groups of a shorter word say nothing that the word does not. */
const SHORTEST_PARTED = 4;

/** A feature comes in up to three parts that make its name when joined: joining some sixty names a text would cost most of its time. */
export type EmitFeature = (group: FeatureGroup, first: string, second?: string, third?: string) => void;

/** Names every feature of a normalised text, in order of appearance, repeats included. */
export function extractFeatures(normalised: string, emit: EmitFeature): void {
  const tokens = maskNames(splitTokens(stripCourtesy(normalised)));
  let previous = '^';
  for (const token of tokens) {
    if (token.kind === 'han') emitHan(token.text, emit);
    else emitWord(token, emit);
    emit('wordPair', previous, ' ', token.kind === 'han' ? token.text.charAt(0) : token.text);
    previous = token.kind === 'han' ? token.text.charAt(token.text.length - 1) : token.text;
  }
  emit('wordPair', previous, ' $');
  emitSkips(tokens, emit);
  emitClasses(tokens, emit);
  emitConcepts(findConcepts(tokens), emit);
}

/** Words with one or two others between them: "refund my cancelled flight" and "refund the flight" share one. */
function emitSkips(tokens: readonly Token[], emit: EmitFeature): void {
  tokens.forEach(({ kind, text }, at) => {
    if (kind === 'han') return;
    for (const other of tokens.slice(at + 2, at + 4)) {
      if (other.kind !== 'han') emit('wordSkip', text, ' ', other.text);
    }
  });
}

/** A word without classes stands for itself beside another's field. */
function emitClasses(tokens: readonly Token[], emit: EmitFeature): void {
  let previous = '^';
  for (const { kind, text } of tokens) {
    if (kind === 'han') {
      previous = '^';
      continue;
    }
    const classes = kind === 'word' ? findWordClasses(text) : undefined;
    if (classes) {
      emit('wordKind', classes.kind);
      emit('wordField', classes.field);
    }
    const field = classes?.field ?? text;
    emit('fieldPair', previous, ' ', field);
    previous = field;
  }
}

function emitConcepts(concepts: readonly string[], emit: EmitFeature): void {
  concepts.forEach((concept, at) => {
    emit('concept', concept);
    if (at >= MOST_PAIRED) return;
    for (const other of concepts.slice(at + 1, MOST_PAIRED)) {
      if (concept < other) emit('conceptPair', concept, '+', other);
      else emit('conceptPair', other, '+', concept);
    }
  });
}

function emitWord(token: Token, emit: EmitFeature): void {
  const { kind, text } = token;
  emit('word', text);
  if (kind === 'number') emit('word', `#${text.length}`);
  if (kind !== 'word' || text.length < SHORTEST_PARTED) return;
  const framed = `<${text}>`;
  for (let size = 3; size <= 4; size += 1) {
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
    const sounds = `${syllables[at]}'${syllables[at + 1]}`;
    emit('hanPair', one, characters[at + 1]);
    emit('sound', sounds);
    if (at + 2 >= characters.length) continue;
    emit('hanSkip', one, characters[at + 2]);
    emit('sound', sounds, "'", syllables[at + 2]);
  }
}
