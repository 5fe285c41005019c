import { describe, expect, it } from '@jest/globals';
import { SOFTMAX_OPTIONS, trainSoftmax } from '../../../faq/understanding/softmax.js';
import type { SparseVector } from '../../../faq/understanding/vectoriser.js';

const size = { labels: 3, features: 5 };
const vectors = Array.from({ length: 30 }, (_, at): SparseVector => ({
  features: Int32Array.of(at % 3, 3, 4),
  values: Float32Array.of(0.8, 0.4, 0.4),
}));
const targets = Int32Array.from(vectors, (_, at) => at % 3);

describe('trainSoftmax', () => {
  it('learns which feature speaks for which label', () => {
    const { weights, bias } = trainSoftmax(vectors, targets, size);
    expect(bias).toHaveLength(3);
    for (let feature = 0; feature < 3; feature += 1) {
      const row = [...weights.subarray(feature * 3, feature * 3 + 3)];
      expect(row.indexOf(Math.max(...row))).toBe(feature);
    }
  });

  it('takes the first step that arithmetic says', () => {
    const options = { ...SOFTMAX_OPTIONS, epochs: 1, averagedFrom: 0, dropout: 0, tolerance: 0 };
    const one = [{ features: Int32Array.of(1), values: Float32Array.of(0.5) }];
    const { weights, bias } = trainSoftmax(one, Int32Array.of(0), { labels: 3, features: 2 }, options);
    // All labels begin equal: the errors are -2/3 and twice 1/3, and AdaGrad's first step has the rate's length.
    const value = 0.5 * options.sharpness;
    const errors = [-2 / 3, 1 / 3, 1 / 3];
    const length = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0)) * value;
    errors.forEach((error, label) => {
      expect(weights[label]).toBe(0);
      const step = (-options.rate * value * error) / length;
      expect(weights[3 + label]).toBeCloseTo(step * options.sharpness, 4);
      expect(bias[label]).toBeCloseTo(-0.1 * options.rate * Math.sign(error), 4);
    });
  });

  it('gives the same to the bit each time, and another for another seed', () => {
    const [first, again, other] = [7, 7, 8].map((seed) =>
      trainSoftmax(vectors, targets, size, { ...SOFTMAX_OPTIONS, seed }),
    );
    expect(again).toEqual(first);
    expect(other!.weights).not.toEqual(first!.weights);
  });

  it('gives the mean of what several learners learn one by one', () => {
    const alone = [0, 1, 2].map((learner) =>
      trainSoftmax(vectors, targets, size, { ...SOFTMAX_OPTIONS, seed: SOFTMAX_OPTIONS.seed + learner }),
    );
    const together = trainSoftmax(vectors, targets, size, { ...SOFTMAX_OPTIONS, learners: 3 });
    together.weights.forEach((weight, at) => {
      const mean = alone.reduce((sum, { weights }) => sum + weights[at]!, 0) / alone.length;
      expect(weight).toBeCloseTo(mean, 4);
    });
  });

  it('tells how far it is', () => {
    const shares: number[] = [];
    trainSoftmax(vectors, targets, size, { ...SOFTMAX_OPTIONS, learners: 2 }, (share) => shares.push(share));
    expect(shares).toHaveLength(2 * SOFTMAX_OPTIONS.epochs);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('needs no label number that four divides', () => {
    for (const labels of [1, 4, 5, 9]) {
      const { weights, bias } = trainSoftmax(vectors, new Int32Array(vectors.length), {
        labels,
        features: 5,
      });
      expect(weights).toHaveLength(labels * 5);
      expect([...weights, ...bias].every(Number.isFinite)).toBe(true);
      // What speaks for the only label that occurs speaks against each of the others alike.
      if (labels > 2) expect(weights[1]).toBeCloseTo(weights[labels - 1]!, 4);
    }
  });
});
