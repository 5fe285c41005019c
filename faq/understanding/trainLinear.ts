import { quantise, type LinearModel } from './quantise.js';
import { SOFTMAX_OPTIONS, trainSoftmax, type SoftmaxOptions } from './softmax.js';
import { trainSparseSoftmax } from './sparseSoftmax.js';
import { vectorise } from './vectoriser.js';
import { buildVocabulary, type HashedText, type Vocabulary } from './vocabulary.js';

/** Above it the sparse softmax takes over: the full one would need gigabytes and hours. */
const MOST_FULL_LABELS = 600;
/** As many softmaxes as are worth their time. */
const MOST_LEARNERS = 3;
/** Examples times labels times passes over them that may be spent: some ten seconds in all. */
const AFFORDED = 90_000_000;
/** For sets small enough to afford it. A tiny one would grow too sure of itself. */
const THOROUGH = { epochs: 12, averagedFrom: 4 };
const FEWEST_THOROUGH = 5000;

/** How much is put into a training: a rehearsal is for looking at how sure a model is, not for using it. */
export type Effort = 'rehearsal' | 'full';

const REHEARSAL = { learners: 1, epochs: 3, averagedFrom: 1 };

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
  const options =
    effort === 'rehearsal' ? { ...SOFTMAX_OPTIONS, ...REHEARSAL } : chooseEffort(texts.length, labels);
  const { weights, bias } = trainSoftmax(vectors, targets, size, options, onProgress);
  return { vocabulary, linear: quantise(weights, bias) };
}

function chooseEffort(texts: number, labels: number): SoftmaxOptions {
  const passes = AFFORDED / (texts * labels || 1);
  const isThorough = texts >= FEWEST_THOROUGH && passes >= MOST_LEARNERS * THOROUGH.epochs;
  const options = { ...SOFTMAX_OPTIONS, ...(isThorough && THOROUGH) };
  const learners = Math.max(1, Math.min(MOST_LEARNERS, Math.floor(passes / options.epochs)));
  return { ...options, learners };
}
