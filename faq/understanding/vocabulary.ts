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
}

/** A feature of a single example says nothing about the next text: leaving it out cost no accuracy and saved two thirds. */
const FEWEST_EXAMPLES = 2;

const GROUP_NUMBER = new Map(FEATURE_GROUPS.map((group, number) => [group, number]));

/** FNV-1a over UTF-16 units with a final mix; never 0. */
export function hashFeature(group: FeatureGroup, feature: string): number {
  let hash = 0x811c9dc5 ^ ((GROUP_NUMBER.get(group) ?? 0) + 1);
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0 || 1;
}

/** A normalised text as the set of its features' hashes, each with the number of its family. */
export interface HashedText {
  readonly hashes: Uint32Array;
  readonly families: Uint8Array;
}

export function hashText(normalised: string): HashedText {
  const familyOf = new Map<number, number>();
  extractFeatures(normalised, (group, feature) =>
    familyOf.set(hashFeature(group, feature), GROUP_NUMBER.get(group) ?? 0),
  );
  return { hashes: Uint32Array.from(familyOf.keys()), families: Uint8Array.from(familyOf.values()) };
}

export function buildVocabulary(texts: readonly HashedText[]): Vocabulary {
  const examplesWith = new Map<number, number>();
  for (const { hashes } of texts) {
    for (const hash of hashes) examplesWith.set(hash, (examplesWith.get(hash) ?? 0) + 1);
  }
  const kept = [...examplesWith].filter(([, count]) => count >= FEWEST_EXAMPLES);
  let size = 1024;
  while (size < kept.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  const numbers = new Int32Array(size);
  const rarity = new Float32Array(kept.length);
  kept.forEach(([hash, count], number) => {
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = hash;
    numbers[slot] = number;
    rarity[number] = measureRarity(count, texts.length);
  });
  return { slots, numbers, rarity, rarityOfUnknown: measureRarity(1, texts.length) };
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
