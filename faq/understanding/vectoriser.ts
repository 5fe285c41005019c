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
  wordKind: 0.6,
  wordField: 0.5,
  fieldPair: 0.4,
};

/** By number of the family. */
const WEIGHTS: readonly number[] = FEATURE_GROUPS.map((group) => GROUP_WEIGHTS[group]);

/** A text as the classifier sees it. */
export interface SparseVector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** Each family gets its weight as length (L2), then the whole has length 1; unknown features take their part of it. */
export function vectorise(vocabulary: Vocabulary, { hashes, families }: HashedText): SparseVector {
  makeRoom(hashes.length);
  const unknownSquare = vocabulary.rarityOfUnknown ** 2;
  squares.fill(0);
  let known = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const family = families[at] as number;
    if (!vocabulary.families[family]) continue;
    const number = findFeature(vocabulary, hashes[at] as number);
    if (number < 0) {
      squares[family] = (squares[family] as number) + unknownSquare;
      continue;
    }
    const rarity = vocabulary.rarity[number] as number;
    squares[family] = (squares[family] as number) + rarity * rarity;
    features[known] = number;
    values[known] = rarity;
    familyOf[known] = family;
    known += 1;
  }
  scaleFamilies();
  for (let at = 0; at < known; at += 1) {
    values[at] = (values[at] as number) * (scales[familyOf[at] as number] as number);
  }
  return { features: features.slice(0, known), values: values.slice(0, known) };
}

/** Of the text in hand; kept, since new ones for each text would cost more than filling these. */
let features = new Int32Array(256);
let values = new Float32Array(256);
let familyOf = new Uint8Array(256);

function makeRoom(length: number): void {
  if (length <= features.length) return;
  features = new Int32Array(length * 2);
  values = new Float32Array(length * 2);
  familyOf = new Uint8Array(length * 2);
}

/** The same by family. */
const squares = new Float64Array(FEATURE_GROUPS.length);
const scales = new Float64Array(FEATURE_GROUPS.length);

/** Sets what each family's values are multiplied by. */
function scaleFamilies(): void {
  let total = 0;
  for (let family = 0; family < scales.length; family += 1) {
    if (squares[family] !== 0) total += (WEIGHTS[family] as number) ** 2;
  }
  for (let family = 0; family < scales.length; family += 1) {
    scales[family] = (WEIGHTS[family] as number) / Math.sqrt((squares[family] as number) * total || 1);
  }
}
