import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quantise, scoreLabels } from '../../../faq/understanding/quantise.js';

describe('quantise', () => {
  it('keeps every score within half a step of each feature', () => {
    const weight = fc.float({ min: -20, max: 20, noNaN: true });
    const shape = fc.record({
      labels: fc.integer({ min: 1, max: 6 }),
      cells: fc.array(weight, { minLength: 60, maxLength: 60 }),
      values: fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
    });
    fc.assert(
      fc.property(shape, ({ labels, cells, values }) => {
        const weights = Float32Array.from(cells.slice(0, labels * 10));
        const bias = new Float32Array(labels).fill(0.25);
        const features = Int32Array.from(values, (_, at) => at);
        const scores = new Float64Array(labels);
        scoreLabels(quantise(weights, bias), { features, values: Float32Array.from(values) }, scores);
        for (let label = 0; label < labels; label += 1) {
          let exact = 0.25;
          let tolerance = 1e-4;
          values.forEach((value, feature) => {
            const row = weights.subarray(feature * labels, (feature + 1) * labels);
            exact += value * row[label]!;
            tolerance += (value * Math.max(...row.map(Math.abs))) / 127 / 1.99;
          });
          expect(Math.abs(scores[label]! - exact)).toBeLessThanOrEqual(tolerance);
        }
      }),
    );
  });
});
