import { createRandom, shuffle } from './random.js';
import type { SparseVector } from './vectoriser.js';

/**
 * The softmax for thousands of labels: a weight exists only where a feature occurred with a label, so that memory and time
 * grow with the texts and not with texts times labels. For few labels the full one is several points better: it also
 * learns what speaks against a label.
 */
export interface SparseWeights {
  /** By feature: where its weights begin; one more than there are features. */
  readonly starts: Int32Array;
  readonly labelOf: Uint16Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const EPOCHS = 3;
const LEARNING_RATE = 0.5;
const SHARPNESS = 8;
const TOLERANCE = 1e-3;
/** Keeps the scores of labels apart that no example of a text's words ever told apart. */
const SMOOTHING = 0.1;
/** A feature of more labels than this tells them apart no better than chance, and costs most of the time. */
const MOST_LABELS = 120;
const SEED = 7;

/** The same vectors in the same order give the same weights to the bit. */
export function trainSparseSoftmax(
  vectors: readonly SparseVector[],
  targets: Int32Array,
  size: { readonly labels: number; readonly features: number },
  onProgress: (share: number) => void = () => undefined,
): SparseWeights {
  const { starts, labelOf } = findSupport(vectors, targets, size.features);
  const weights = new Float32Array(labelOf.length);
  const bias = new Float32Array(size.labels);
  const squares = new Float32Array(size.features).fill(1e-6);
  const random = createRandom(SEED);
  const order = Int32Array.from(vectors, (_, at) => at);
  const errors = new Float64Array(size.labels);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = LEARNING_RATE * (1 - (0.9 * epoch) / EPOCHS);
    shuffle(order, random);
    for (const example of order) {
      const { features, values } = vectors[example] as SparseVector;
      const target = targets[example] as number;
      addSparseRows({ starts, labelOf, weights, bias }, features, values, SHARPNESS, errors);
      softmaxInPlace(errors);
      errors[target] = (errors[target] as number) - (1 - SMOOTHING);
      for (let at = 0; at < features.length; at += 1) {
        const feature = features[at] as number;
        const value = (values[at] as number) * SHARPNESS;
        const end = starts[feature + 1] as number;
        let square = 0;
        for (let k = starts[feature] as number; k < end; k += 1)
          square += (errors[labelOf[k] as number] as number) ** 2;
        squares[feature] = (squares[feature] as number) + square * value * value;
        const step = (rate * value) / Math.sqrt(squares[feature]);
        for (let k = starts[feature] as number; k < end; k += 1) {
          const error = errors[labelOf[k] as number] as number;
          if (error > TOLERANCE || error < -TOLERANCE) weights[k] = (weights[k] as number) - step * error;
        }
      }
    }
    onProgress((epoch + 1) / EPOCHS);
  }
  for (let k = 0; k < weights.length; k += 1) weights[k] = (weights[k] as number) * SHARPNESS;
  return { starts, labelOf, weights, bias };
}

/** Writes each label's sum of weights times values into `sums`. */
export function addSparseRows(
  {
    starts,
    labelOf,
    weights,
    bias,
  }: Pick<SparseWeights, 'starts' | 'labelOf' | 'bias'> & {
    readonly weights: Float32Array | Int8Array;
  },
  features: Int32Array,
  values: Float32Array,
  factor: number,
  sums: Float64Array,
): void {
  sums.set(bias);
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] as number;
    const value = (values[at] as number) * factor;
    const end = starts[feature + 1] as number;
    for (let k = starts[feature] as number; k < end; k += 1) {
      const label = labelOf[k] as number;
      sums[label] = (sums[label] as number) + value * (weights[k] as number);
    }
  }
}

/** Scores lower than the highest by more than this are no chance at all, and need no exponential. */
const NEGLIGIBLE = -14;

function softmaxInPlace(scores: Float64Array): void {
  let highest = -Infinity;
  for (let at = 0; at < scores.length; at += 1) {
    if ((scores[at] as number) > highest) highest = scores[at] as number;
  }
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const below = (scores[at] as number) - highest;
    const power = below < NEGLIGIBLE ? 0 : Math.exp(below);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
}

function findSupport(vectors: readonly SparseVector[], targets: Int32Array, features: number) {
  const labelsOf: Set<number>[] = Array.from({ length: features }, () => new Set<number>());
  vectors.forEach((vector, example) => {
    for (const feature of vector.features) {
      const labels = labelsOf[feature] as Set<number>;
      if (labels.size <= MOST_LABELS) labels.add(targets[example] as number);
    }
  });
  const starts = new Int32Array(features + 1);
  const kept = labelsOf.map((labels) => (labels.size > MOST_LABELS ? [] : [...labels].sort((a, b) => a - b)));
  kept.forEach((labels, feature) => (starts[feature + 1] = (starts[feature] as number) + labels.length));
  const labelOf = new Uint16Array(starts[features] as number);
  kept.forEach((labels, feature) => labelOf.set(labels, starts[feature]));
  return { starts, labelOf };
}
