import { quantise, type LinearModel } from './quantise.js';
import { SOFTMAX_OPTIONS } from './softmax.js';
import { trainSparseSoftmax } from './sparseSoftmax.js';
import { trainTogether } from './trainTogether.js';
import { vectorise } from './vectoriser.js';
import { buildVocabulary, type HashedText, type Vocabulary } from './vocabulary.js';

/** Above it the sparse softmax takes over: the full one would need gigabytes and hours. */
const MOST_FULL_LABELS = 600;
/** As many softmaxes as are worth their time. */
const MOST_LEARNERS = 3;
/** Examples times labels that may be learnt from in all: a small set several times, the desk's own corpus once. */
const AFFORDED = 7_500_000;

/** How much is put into a training: a rehearsal is for looking at how sure a model is, not for using it. */
export type Effort = 'rehearsal' | 'full';

const REHEARSAL = { epochs: 4, averagedFrom: 1 };
/** For sets small enough to afford several learners: each may take its time, too. A tiny one would grow too sure of itself. */
const THOROUGH = { epochs: 12, averagedFrom: 4 };
const FEWEST_THOROUGH = 5000;

export interface Lessons {
  readonly texts: readonly HashedText[];
  /** By text: its label, counted from 0. */
  readonly targets: Int32Array;
  readonly labels: number;
}

export interface Learnt {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
}

/** Learns which words speak for which label. Same lessons, same model, to the bit. */
export function trainLinear(
  { texts, targets, labels }: Lessons,
  effort: Effort,
  onProgress: (share: number) => void,
): Learnt {
  const vocabulary = buildVocabulary(texts);
  const vectors = texts.map((text) => vectorise(vocabulary, text));
  const size = { labels, features: vocabulary.rarity.length };
  if (labels > MOST_FULL_LABELS) {
    const { weights, bias, ...support } = trainSparseSoftmax(vectors, targets, size, onProgress);
    return { vocabulary, linear: quantise(weights, bias, support) };
  }
  const affordable = Math.min(MOST_LEARNERS, Math.floor(AFFORDED / (texts.length * labels || 1)));
  const options = {
    ...SOFTMAX_OPTIONS,
    ...(effort === 'rehearsal'
      ? REHEARSAL
      : affordable > 1 && texts.length >= FEWEST_THOROUGH
        ? THOROUGH
        : {}),
    learners: effort === 'rehearsal' ? 1 : Math.max(1, affordable),
  };
  const { weights, bias } = trainTogether(vectors, targets, size, options, onProgress);
  return { vocabulary, linear: quantise(weights, bias) };
}
