import { createRandom, shuffle } from './random.js';
import type { SparseVector } from './vectoriser.js';

export interface SoftmaxOptions {
  readonly epochs: number;
  /** The first step's size; it falls to a tenth of it in the last epoch. */
  readonly learningRate: number;
  /** The share of an example's features left out each time it is seen, so that no word is relied on alone. */
  readonly dropout: number;
  /** What lengths are multiplied by: higher learns sharper probabilities in the same number of epochs. */
  readonly sharpness: number;
  /** Errors of a label smaller than this are not corrected: it halves the time and loses nothing. */
  readonly tolerance: number;
  /** An example this close to certain of its label is looked at again only after some epochs. */
  readonly settled: number;
  readonly rest: number;
  readonly seed: number;
}

const SOFTMAX_OPTIONS: SoftmaxOptions = {
  epochs: 7,
  learningRate: 0.4,
  dropout: 0.5,
  sharpness: 8,
  tolerance: 0.01,
  settled: 0.1,
  rest: 3,
  seed: 7,
};

/** Weights row by row: those of a feature for every label. */
export interface SoftmaxWeights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Learns a linear softmax by stochastic gradient descent, the step of each feature shrinking with what it has learnt
 * (AdaGrad by row). The same vectors in the same order give the same weights to the bit.
 */
export function trainSoftmax(
  vectors: readonly SparseVector[],
  targets: Int32Array,
  size: { readonly labels: number; readonly features: number },
  options: SoftmaxOptions = SOFTMAX_OPTIONS,
  onProgress: (share: number) => void = () => undefined,
): SoftmaxWeights {
  const { labels, features } = size;
  const weights = new Float32Array(features * labels);
  const bias = new Float32Array(labels);
  const squares = new Float32Array(features).fill(1e-6);
  const biasSquares = new Float32Array(labels).fill(1e-6);
  const random = createRandom(options.seed);
  const order = Int32Array.from(vectors, (_, at) => at);
  const errors = new Float64Array(labels);
  const wrong = new Int32Array(labels);
  /** By example: the epoch in which it is looked at again. */
  const restsUntil = new Uint8Array(vectors.length);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.learningRate * (1 - (0.9 * epoch) / options.epochs);
    shuffle(order, random);
    for (const example of order) {
      if ((restsUntil[example] as number) > epoch) continue;
      const { ids, values } = dropFeatures(vectors[example] as SparseVector, options, random);
      errors.set(bias);
      addRows(weights, labels, ids, values, errors);
      softmaxInPlace(errors);
      const target = targets[example] as number;
      errors[target] = (errors[target] as number) - 1;
      if (errors[target] > -options.settled) restsUntil[example] = epoch + options.rest;

      let wrongs = 0;
      let square = 0;
      for (let label = 0; label < labels; label += 1) {
        const error = errors[label] as number;
        if (error < options.tolerance && error > -options.tolerance) continue;
        wrong[wrongs] = label;
        wrongs += 1;
        square += error * error;
        biasSquares[label] = (biasSquares[label] as number) + error * error;
        bias[label] =
          (bias[label] as number) - (0.1 * rate * error) / Math.sqrt(biasSquares[label] as number);
      }
      for (let at = 0; at < ids.length; at += 1) {
        const id = ids[at] as number;
        const value = values[at] as number;
        squares[id] = (squares[id] as number) + square * value * value;
        const step = (rate * value) / Math.sqrt(squares[id]);
        const row = id * labels;
        for (let k = 0; k < wrongs; k += 1) {
          const label = wrong[k] as number;
          weights[row + label] = (weights[row + label] as number) - step * (errors[label] as number);
        }
      }
    }
    onProgress((epoch + 1) / options.epochs);
  }
  for (let k = 0; k < weights.length; k += 1) weights[k] = (weights[k] as number) * options.sharpness;
  return { weights, bias };
}

function dropFeatures(vector: SparseVector, { dropout, sharpness }: SoftmaxOptions, random: () => number) {
  const ids = new Int32Array(vector.features.length);
  const values = new Float32Array(ids.length);
  let length = 0;
  for (let at = 0; at < ids.length; at += 1) {
    if (random() < dropout) continue;
    ids[length] = vector.features[at] as number;
    values[length] = ((vector.values[at] as number) * sharpness) / (1 - dropout);
    length += 1;
  }
  return { ids: ids.subarray(0, length), values: values.subarray(0, length) };
}

/** Adds rows of weights, each times its value, to the sums. Four at a time: that halves the reads and writes of the sums. */
export function addRows(
  weights: Float32Array | Int8Array,
  labels: number,
  ids: Int32Array,
  values: Float32Array,
  sums: Float64Array,
): void {
  const grouped = ids.length - (ids.length % 4);
  for (let at = 0; at < grouped; at += 4) {
    const a = (ids[at] as number) * labels;
    const b = (ids[at + 1] as number) * labels;
    const c = (ids[at + 2] as number) * labels;
    const d = (ids[at + 3] as number) * labels;
    const byA = values[at] as number;
    const byB = values[at + 1] as number;
    const byC = values[at + 2] as number;
    const byD = values[at + 3] as number;
    for (let label = 0; label < labels; label += 1) {
      sums[label] =
        (sums[label] as number) +
        byA * (weights[a + label] as number) +
        byB * (weights[b + label] as number) +
        byC * (weights[c + label] as number) +
        byD * (weights[d + label] as number);
    }
  }
  for (let at = grouped; at < ids.length; at += 1) {
    const row = (ids[at] as number) * labels;
    const value = values[at] as number;
    for (let label = 0; label < labels; label += 1) {
      sums[label] = (sums[label] as number) + value * (weights[row + label] as number);
    }
  }
}

export function softmaxInPlace(scores: Float64Array): void {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] as number) - highest);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
}
