import { trainSoftmax, type SoftmaxOptions, type SoftmaxSize, type SoftmaxWeights } from './softmax.js';
import type { SparseVector } from './vectoriser.js';

/**
 * The mean of a few softmaxes that differ in what chance left out and in which order. Being linear, together they are as
 * small and as quick as one, and half a point to a point more accurate.
 */
export function trainTogether(
  vectors: readonly SparseVector[],
  targets: Int32Array,
  size: SoftmaxSize,
  options: SoftmaxOptions & { readonly learners: number },
  onProgress: (share: number) => void,
): SoftmaxWeights {
  const { learners, seed } = options;
  const learn = (learner: number) =>
    trainSoftmax(vectors, targets, size, { ...options, seed: seed + learner }, (share) =>
      onProgress((learner + share) / learners),
    );
  const mean = learn(0);
  for (let learner = 1; learner < learners; learner += 1) {
    const next = learn(learner);
    addToMean(mean.weights, next.weights, learner);
    addToMean(mean.bias, next.bias, learner);
  }
  return mean;
}

/** Makes the mean of `count` vectors that of one more. */
function addToMean(mean: Float32Array, next: Float32Array, count: number): void {
  for (let k = 0; k < mean.length; k += 1) {
    mean[k] = ((mean[k] as number) * count + (next[k] as number)) / (count + 1);
  }
}
