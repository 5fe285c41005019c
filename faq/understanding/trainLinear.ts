import { quantise, type LinearModel } from './quantise.js';
import { SOFTMAX_OPTIONS, trainSoftmax, type SoftmaxOptions } from './softmax.js';
import { trainSparseSoftmax } from './sparseSoftmax.js';
import { vectorise } from './vectoriser.js';
import { buildVocabulary, type HashedText, type Vocabulary } from './vocabulary.js';

/** Above it the sparse softmax takes over: the full one would need gigabytes and hours. */
const MOST_FULL_LABELS = 600;
/** Examples times labels times passes over them that may be spent. */
const AFFORDED = 90_000_000;
/** As many softmaxes as are worth their time. */
const MOST_LEARNERS = 3;
/** Fewer examples than this are a small set, of which one softmax learns much by chance: many are asked instead. */
const SMALL = 5000;
const LEARNERS_OF_SMALL = 20;
/** For larger sets that can afford it; a small one would grow too sure of itself. */
const THOROUGH = { epochs: 12, averagedFrom: 4 };
/** For those that can hardly afford two learners. */
const HASTY = { epochs: 5, averagedFrom: 2 };

/** How much is put into a training: a rehearsal is for looking at how sure a model is, not for using it. */
export type Effort = 'rehearsal' | 'full';

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
  const passes = AFFORDED / (texts.length * labels || 1);
  const options = (effort === 'rehearsal' ? planRehearsal : planTraining)(texts.length, passes);
  const { weights, bias } = trainSoftmax(vectors, targets, size, options, onProgress);
  return { vocabulary, linear: quantise(weights, bias) };
}

function planTraining(texts: number, passes: number): SoftmaxOptions {
  if (texts < SMALL) return plan(passes, LEARNERS_OF_SMALL, {});
  const isThorough = passes >= MOST_LEARNERS * THOROUGH.epochs;
  const isHasty = passes < MOST_LEARNERS * SOFTMAX_OPTIONS.epochs;
  return plan(passes, MOST_LEARNERS, isThorough ? THOROUGH : isHasty ? HASTY : {});
}

function planRehearsal(texts: number, passes: number): SoftmaxOptions {
  if (texts < SMALL) return plan(passes, LEARNERS_OF_SMALL, { epochs: 4, averagedFrom: 1 });
  return plan(passes, 1, { epochs: 3, averagedFrom: 1 });
}

function plan(passes: number, most: number, changes: Partial<SoftmaxOptions>): SoftmaxOptions {
  const options = { ...SOFTMAX_OPTIONS, ...changes };
  return { ...options, learners: Math.max(1, Math.min(most, Math.floor(passes / options.epochs))) };
}
