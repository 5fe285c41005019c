import { FEATURE_GROUPS, type FeatureGroup } from './features.js';
import { findFeature, type HashedText, type Vocabulary } from './vocabulary.js';

/** How much each family of features counts beside the others, whatever the number of its members. */
const GROUP_WEIGHTS: Record<FeatureGroup, number> = {
  word: 1,
  wordPair: 0.6,
  wordSkip: 0.4,
  letters: 0.5,
  han: 1.4,
  hanPair: 1,
  hanSkip: 0.2,
  sound: 0.3,
  concept: 1,
  conceptPair: 0.4,
};

/** By number of the family. */
const WEIGHTS: readonly number[] = FEATURE_GROUPS.map((group) => GROUP_WEIGHTS[group]);

/** A text as the classifier sees it. */
export interface SparseVector {
  readonly features: Int32Array;
  readonly values: Float32Array;
  /** The share of the text's weight that lies in features the vocabulary knows, 0 to 1. */
  readonly coverage: number;
}

/** Each family gets its weight as length (L2), then the whole has length 1; unknown features take their part of it. */
export function vectorise(vocabulary: Vocabulary, { hashes, families }: HashedText): SparseVector {
  const features = new Int32Array(hashes.length);
  const familyOf = new Uint8Array(hashes.length);
  const squares = new Float64Array(FEATURE_GROUPS.length);
  const unknownSquares = new Float64Array(FEATURE_GROUPS.length);
  const unknownSquare = vocabulary.rarityOfUnknown ** 2;
  let known = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const family = families[at] as number;
    const number = findFeature(vocabulary, hashes[at] as number);
    if (number < 0) {
      unknownSquares[family] = (unknownSquares[family] as number) + unknownSquare;
      continue;
    }
    squares[family] = (squares[family] as number) + (vocabulary.rarity[number] as number) ** 2;
    features[known] = number;
    familyOf[known] = family;
    known += 1;
  }
  const { scales, coverage } = weighFamilies(squares, unknownSquares);
  const values = new Float32Array(known);
  for (let at = 0; at < known; at += 1) {
    const rarity = vocabulary.rarity[features[at] as number] as number;
    values[at] = rarity * (scales[familyOf[at] as number] as number);
  }
  return { features: features.subarray(0, known), values, coverage };
}

function weighFamilies(squares: Float64Array, unknownSquares: Float64Array) {
  const scales = new Float64Array(squares.length);
  let total = 0;
  let known = 0;
  for (let family = 0; family < squares.length; family += 1) {
    const knownSquare = squares[family] as number;
    const square = knownSquare + (unknownSquares[family] as number);
    if (square === 0) continue;
    const weight = WEIGHTS[family] ?? 0;
    scales[family] = weight / Math.sqrt(square);
    total += weight * weight;
    known += (weight * weight * knownSquare) / square;
  }
  if (total === 0) return { scales, coverage: 0 };
  const length = Math.sqrt(total);
  return { scales: scales.map((scale) => scale / length), coverage: known / total };
}
