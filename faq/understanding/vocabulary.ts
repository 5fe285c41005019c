import { FeatureCounts } from './featureCounts.js';
import { FeatureSet } from './featureSet.js';
import { extractFeatures, FEATURE_GROUPS, type FeatureGroup } from './features.js';

/** The features a model knows, by hash; their names are not kept. */
export interface Vocabulary {
  /** Open addressing, its length a power of two; 0 is a free slot. */
  readonly slots: Uint32Array;
  /** The number of the feature in each slot. */
  readonly numbers: Int32Array;
  /** How telling a feature is (rising with its rarity), by number. */
  readonly rarity: Float32Array;
  /** The rarity of a feature never seen. */
  readonly rarityOfUnknown: number;
  /** By number of the family: whether its features are looked at. */
  readonly families: readonly boolean[];
}

/** A feature of a single example says nothing about the next text. */
const FEWEST_EXAMPLES = 2;
/**
 * Of the families with many members the rarer ones are left out too where there are examples enough: it halves the model
 * and costs no accuracy.
 */
const FEWEST_OF_MANY: Record<FeatureGroup, number> = {
  word: 3,
  wordPair: 5,
  wordSkip: 5,
  fieldPair: 5,
  letters: 6,
  han: 3,
  hanPair: 3,
  hanSkip: 4,
  sound: 4,
  concept: 3,
  conceptPair: 3,
  wordKind: 3,
  wordField: 3,
};
const MANY_EXAMPLES = 5000;
/** Classes of words that a small corpus hardly knows make it sure of what it never saw: there they are left out. */
const NEEDS_MANY: ReadonlySet<FeatureGroup> = new Set(['wordKind', 'wordField', 'fieldPair']);

const GROUP_NUMBER = new Map(FEATURE_GROUPS.map((group, number) => [group, number]));

/** FNV-1a over the UTF-16 units of a feature's parts with a final mix; never 0. */
export function hashFeature(group: FeatureGroup, first: string, second = '', third = ''): number {
  let hash = 0x811c9dc5 ^ ((GROUP_NUMBER.get(group) ?? 0) + 1);
  hash = mixIn(hash, first);
  hash = mixIn(hash, second);
  hash = mixIn(hash, third);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0 || 1;
}

function mixIn(hash: number, part: string): number {
  let mixed = hash;
  for (let at = 0; at < part.length; at += 1) mixed = Math.imul(mixed ^ part.charCodeAt(at), 0x01000193);
  return mixed;
}

/** A normalised text as the set of its features' hashes, each with the number of its family. */
export interface HashedText {
  readonly hashes: Uint32Array;
  readonly families: Uint8Array;
}

export function hashText(normalised: string): HashedText {
  collected.clear();
  extractFeatures(normalised, collectFeature);
  return collected.read();
}

const collected = new FeatureSet();

function collectFeature(group: FeatureGroup, first: string, second?: string, third?: string): void {
  collected.add(hashFeature(group, first, second, third), GROUP_NUMBER.get(group) ?? 0);
}

export function buildVocabulary(texts: readonly HashedText[]): Vocabulary {
  const { hashes, counts } = countFeatures(texts);
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  const numbers = new Int32Array(size);
  const rarity = new Float32Array(hashes.length);
  for (let number = 0; number < hashes.length; number += 1) {
    const hash = hashes[number] as number;
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = hash;
    numbers[slot] = number;
    rarity[number] = measureRarity(counts[number] as number, texts.length);
  }
  return {
    slots,
    numbers,
    rarity,
    rarityOfUnknown: measureRarity(1, texts.length),
    families: listFewest(texts.length).map(Number.isFinite),
  };
}

/** The features of enough examples, in order of appearance, and of how many. */
function countFeatures(texts: readonly HashedText[]): { hashes: number[]; counts: number[] } {
  const counted = new FeatureCounts();
  const fewest = listFewest(texts.length);
  const known: number[] = [];
  for (const { hashes, families } of texts) {
    for (let at = 0; at < hashes.length; at += 1) {
      const hash = hashes[at] as number;
      if (counted.add(hash) === fewest[families[at] as number]) known.push(hash);
    }
  }
  return { hashes: known, counts: known.map((hash) => counted.get(hash)) };
}

/** By number of the family. */
function listFewest(examples: number): number[] {
  const hasMany = examples >= MANY_EXAMPLES;
  return FEATURE_GROUPS.map((group) => {
    if (hasMany) return FEWEST_OF_MANY[group];
    return NEEDS_MANY.has(group) ? Infinity : FEWEST_EXAMPLES;
  });
}

/** The feature's number, or -1. */
export function findFeature({ slots, numbers }: Vocabulary, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (;;) {
    const there = slots[slot];
    if (there === hash) return numbers[slot] as number;
    if (there === 0) return -1;
    slot = (slot + 1) & mask;
  }
}

/** The root of the usual logarithm: with the logarithm itself, rare misspellings outweigh the words that matter. */
function measureRarity(examples: number, total: number): number {
  return Math.sqrt(Math.log((1 + total) / (0.5 + examples)));
}
