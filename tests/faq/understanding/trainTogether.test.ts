import { describe, expect, it } from '@jest/globals';
import { SOFTMAX_OPTIONS, trainSoftmax } from '../../../faq/understanding/softmax.js';
import { trainTogether } from '../../../faq/understanding/trainTogether.js';
import type { SparseVector } from '../../../faq/understanding/vectoriser.js';

const size = { labels: 3, features: 5 };
const vectors = Array.from({ length: 30 }, (_, at): SparseVector => ({
  features: Int32Array.of(at % 3, 3, 4),
  values: Float32Array.of(0.8, 0.4, 0.4),
  coverage: 1,
}));
const targets = Int32Array.from(vectors, (_, at) => at % 3);

describe('trainTogether', () => {
  it('gives the mean of what its learners learn one by one', () => {
    const alone = [0, 1, 2].map((learner) =>
      trainSoftmax(vectors, targets, size, { ...SOFTMAX_OPTIONS, seed: SOFTMAX_OPTIONS.seed + learner }),
    );
    const together = trainTogether(
      vectors,
      targets,
      size,
      { ...SOFTMAX_OPTIONS, learners: 3 },
      () => undefined,
    );
    const mean = alone[0]!.weights.map(
      (_, at) => alone.reduce((sum, { weights }) => sum + weights[at]!, 0) / alone.length,
    );
    expect(alone[0]!.weights).not.toEqual(alone[1]!.weights);
    together.weights.forEach((weight, at) => expect(weight).toBeCloseTo(mean[at]!, 4));
  });

  it('learns which feature speaks for which label, and tells how far it is', () => {
    const shares: number[] = [];
    const { weights } = trainTogether(vectors, targets, size, { ...SOFTMAX_OPTIONS, learners: 2 }, (share) =>
      shares.push(share),
    );
    for (let feature = 0; feature < 3; feature += 1) {
      const row = [...weights.subarray(feature * 3, feature * 3 + 3)];
      expect(row.indexOf(Math.max(...row))).toBe(feature);
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
