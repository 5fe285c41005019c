import { addRows } from './addRows.js';
import { createRandom, shuffle } from './random.js';
import type { SparseVector } from './vectoriser.js';

export interface SoftmaxOptions {
  /** How often the examples are gone through; what is learnt is the mean over the epochs from one on. */
  readonly epochs: number;
  readonly averagedFrom: number;
  readonly rate: number;
  /** The share of an example's features left out each time it is seen, so that no word is relied on alone. */
  readonly dropout: number;
  /** What lengths are multiplied by: higher learns sharper probabilities in the same number of epochs. */
  readonly sharpness: number;
  /** Errors of a label smaller than this are not corrected: it halves the time and loses nothing. */
  readonly tolerance: number;
  readonly seed: number;
}

export const SOFTMAX_OPTIONS: SoftmaxOptions = {
  epochs: 6,
  averagedFrom: 2,
  rate: 0.4,
  dropout: 0.5,
  sharpness: 8,
  tolerance: 0.003,
  seed: 7,
};

/** Weights row by row: those of a feature for every label. */
export interface SoftmaxWeights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface SoftmaxSize {
  readonly labels: number;
  readonly features: number;
}

/**
 * Learns a linear softmax by stochastic gradient descent, the step of each feature shrinking with what it has learnt
 * (AdaGrad by row). The same vectors in the same order give the same weights to the bit.
 */
export function trainSoftmax(
  vectors: readonly SparseVector[],
  targets: Int32Array,
  size: SoftmaxSize,
  options: SoftmaxOptions = SOFTMAX_OPTIONS,
  onProgress: (share: number) => void = () => undefined,
): SoftmaxWeights {
  const learner = new SoftmaxLearner(size, options);
  const order = Int32Array.from(vectors, (_, at) => at);
  const { epochs, averagedFrom, seed } = options;
  const random = createRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const example of order) {
      learner.correct(vectors[example] as SparseVector, targets[example] as number, random);
    }
    if (epoch >= averagedFrom) learner.addToMean();
    onProgress((epoch + 1) / epochs);
  }
  return learner.readMean();
}

/** The state of a training. The buffers are kept between steps: a million short arrays would cost a second. */
class SoftmaxLearner {
  private readonly weights: Float32Array;
  private readonly bias: Float32Array;
  private readonly sums: Float32Array;
  private readonly biasSums: Float32Array;
  private summed = 0;
  private readonly squares: Float32Array;
  private readonly biasSquares: Float32Array;
  private readonly errors: Float64Array;
  /** The labels whose error is worth a correction. */
  private readonly wrong: Int32Array;
  private ids = new Int32Array(256);
  private values = new Float32Array(256);

  constructor(
    private readonly size: SoftmaxSize,
    private readonly options: SoftmaxOptions,
  ) {
    const { labels, features } = size;
    this.weights = new Float32Array(features * labels);
    this.bias = new Float32Array(labels);
    this.sums = new Float32Array(features * labels);
    this.biasSums = new Float32Array(labels);
    this.squares = new Float32Array(features).fill(1e-6);
    this.biasSquares = new Float32Array(labels).fill(1e-6);
    this.errors = new Float64Array(labels);
    this.wrong = new Int32Array(labels);
  }

  /** One step from one example. */
  correct(vector: SparseVector, target: number, random: () => number): void {
    const kept = this.dropFeatures(vector, random);
    const { errors } = this;
    errors.set(this.bias);
    addRows(this.weights, this.size.labels, this.ids, this.values, kept, errors);
    softmaxInPlace(errors);
    errors[target] = (errors[target] as number) - 1;
    this.moveWeights(kept, this.collectWrong());
  }

  addToMean(): void {
    addTo(this.sums, this.weights);
    addTo(this.biasSums, this.bias);
    this.summed += 1;
  }

  /** What was learnt, for the values of vectors as they are. Ends the training: the sums are used up. */
  readMean(): SoftmaxWeights {
    const { sums, biasSums, summed } = this;
    const factor = this.options.sharpness / summed;
    for (let k = 0; k < sums.length; k += 1) sums[k] = (sums[k] as number) * factor;
    return { weights: sums, bias: biasSums.map((sum) => sum / summed) };
  }

  /** Leaves a share of the features out, into `ids` and `values`; returns how many are left. */
  private dropFeatures({ features, values }: SparseVector, random: () => number): number {
    if (features.length > this.ids.length) {
      this.ids = new Int32Array(features.length * 2);
      this.values = new Float32Array(features.length * 2);
    }
    const { ids, values: kept } = this;
    const { dropout, sharpness } = this.options;
    const factor = sharpness / (1 - dropout);
    let length = 0;
    for (let at = 0; at < features.length; at += 1) {
      if (random() < dropout) continue;
      ids[length] = features[at] as number;
      kept[length] = (values[at] as number) * factor;
      length += 1;
    }
    return length;
  }

  private collectWrong(): number {
    const { errors, wrong, bias, biasSquares } = this;
    const { tolerance, rate } = this.options;
    let count = 0;
    for (let label = 0; label < errors.length; label += 1) {
      const error = errors[label] as number;
      if (error < tolerance && error > -tolerance) continue;
      wrong[count] = label;
      count += 1;
      const squares = (biasSquares[label] as number) + error * error;
      biasSquares[label] = squares;
      bias[label] = (bias[label] as number) - (0.1 * rate * error) / Math.sqrt(squares);
    }
    return count;
  }

  private moveWeights(kept: number, wrongs: number): void {
    const { ids, values, squares, weights, errors, wrong } = this;
    const { labels } = this.size;
    const { rate } = this.options;
    let square = 0;
    for (let k = 0; k < wrongs; k += 1) square += (errors[wrong[k] as number] as number) ** 2;
    for (let at = 0; at < kept; at += 1) {
      const id = ids[at] as number;
      const value = values[at] as number;
      const learnt = (squares[id] as number) + square * value * value;
      squares[id] = learnt;
      const step = (rate * value) / Math.sqrt(learnt);
      const row = id * labels;
      for (let k = 0; k < wrongs; k += 1) {
        const label = wrong[k] as number;
        weights[row + label] = (weights[row + label] as number) - step * (errors[label] as number);
      }
    }
  }
}

function addTo(sums: Float32Array, summands: Float32Array): void {
  for (let k = 0; k < sums.length; k += 1) sums[k] = (sums[k] as number) + (summands[k] as number);
}

/** Scores lower than the highest by more than this are no chance at all, and need no exponential. */
const NEGLIGIBLE = -14;

export function softmaxInPlace(scores: Float64Array): void {
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
