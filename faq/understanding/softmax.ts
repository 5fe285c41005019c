import { loadKernel, type Kernel } from './kernel/loadKernel.js';
import { createRandom, shuffle } from './random.js';
import type { SparseVector } from './vectoriser.js';

export interface SoftmaxOptions {
  /** How many softmaxes, differing in what chance left out and in which order. Being linear, their mean is as quick as one. */
  readonly learners: number;
  /** How often each goes through the examples; what is learnt is the mean over the epochs from one on. */
  readonly epochs: number;
  readonly averagedFrom: number;
  readonly rate: number;
  /** The share of an example's features left out each time it is seen, so that no word is relied on alone. */
  readonly dropout: number;
  /** What lengths are multiplied by: higher learns sharper probabilities in the same number of epochs. */
  readonly sharpness: number;
  /** Errors of a label smaller than this are not corrected: it saves time and loses nothing. */
  readonly tolerance: number;
  readonly seed: number;
}

export const SOFTMAX_OPTIONS: SoftmaxOptions = {
  learners: 1,
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
 * (AdaGrad by row). The same vectors in the same order give the same weights to the bit, on every machine.
 */
export function trainSoftmax(
  vectors: readonly SparseVector[],
  targets: Int32Array,
  { labels, features }: SoftmaxSize,
  options: SoftmaxOptions = SOFTMAX_OPTIONS,
  onProgress: (share: number) => void = () => undefined,
): SoftmaxWeights {
  const { learners, epochs, averagedFrom, rate, dropout, sharpness, tolerance, seed } = options;
  const kernel = loadKernel();
  const width = roundUp(labels);
  const longest = vectors.reduce((most, vector) => Math.max(most, vector.features.length), 1);
  const lessons = copyLessons(kernel, vectors, targets);
  kernel.createLearner(width, features, longest);
  const inOrder = Int32Array.from(vectors, (_, at) => at);
  for (let learner = 0; learner < learners; learner += 1) {
    const random = createRandom(seed + learner);
    kernel.startLearning(labels, seed + learner);
    new Int32Array(kernel.memory.buffer, lessons.order, inOrder.length).set(inOrder);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      shuffle(new Int32Array(kernel.memory.buffer, lessons.order, inOrder.length), random);
      const { order, starts, featureOf, valueOf, targetOf } = lessons;
      const factor = sharpness / (1 - dropout);
      kernel.learnExamples(
        order,
        vectors.length,
        starts,
        featureOf,
        valueOf,
        targetOf,
        dropout,
        factor,
        rate,
        tolerance,
      );
      if (epoch >= averagedFrom) kernel.addToSums();
      onProgress((learner + (epoch + 1) / epochs) / learners);
    }
  }
  return readMean(kernel, { labels, features }, learners * (epochs - averagedFrom), sharpness);
}

/** Rows begin where four labels at a time can be read. */
function roundUp(labels: number): number {
  return Math.ceil(labels / 4) * 4;
}

/** Where the examples lie in the kernel's memory, one after the other. */
function copyLessons(kernel: Kernel, vectors: readonly SparseVector[], targets: Int32Array) {
  const total = vectors.reduce((sum, { features }) => sum + features.length, 0);
  const starts = kernel.allocate(4 * (vectors.length + 1));
  const featureOf = kernel.allocate(4 * total);
  const valueOf = kernel.allocate(4 * total);
  const targetOf = kernel.allocate(4 * targets.length);
  const order = kernel.allocate(4 * vectors.length);
  const { buffer } = kernel.memory;
  const startViews = new Int32Array(buffer, starts, vectors.length + 1);
  const featureViews = new Int32Array(buffer, featureOf, total);
  const valueViews = new Float32Array(buffer, valueOf, total);
  new Int32Array(buffer, targetOf, targets.length).set(targets);
  let at = 0;
  vectors.forEach(({ features, values }, example) => {
    startViews[example] = at;
    featureViews.set(features, at);
    valueViews.set(values, at);
    at += features.length;
  });
  startViews[vectors.length] = at;
  return { starts, featureOf, valueOf, targetOf, order };
}

/** What was learnt, for the values of vectors as they are. */
function readMean(
  kernel: Kernel,
  { labels, features }: SoftmaxSize,
  summed: number,
  sharpness: number,
): SoftmaxWeights {
  const { buffer } = kernel.memory;
  const width = roundUp(labels);
  const sums = new Float32Array(buffer, kernel.getWeightSums(), width * features);
  const weights = new Float32Array(labels * features);
  const factor = sharpness / summed;
  for (let feature = 0; feature < features; feature += 1) {
    const from = feature * width;
    const to = feature * labels;
    for (let label = 0; label < labels; label += 1)
      weights[to + label] = (sums[from + label] as number) * factor;
  }
  const bias = new Float32Array(buffer, kernel.getBiasSums(), labels).map((sum) => sum / summed);
  return { weights, bias };
}
