import { describe, expect, it } from '@jest/globals';
import { calibrate, estimate, type Observation } from '../../../faq/understanding/calibration.js';
import { decide } from '../../../faq/understanding/decision.js';
import { fitLogistic, predictLogistic } from '../../../faq/understanding/logistic.js';
import { createRandom } from '../../../faq/understanding/random.js';
import type { Route } from '../../../faq/understanding/route.js';

const NONE = 3;

/** Outcomes of a model whose scores are `sharpness` times what the odds would justify. */
function simulate(sharpness: number, count = 3000): Observation[] {
  const random = createRandom(5);
  return Array.from({ length: count }, (_, at) => {
    const isNone = at % 5 === 0;
    const odds = [random() * 3, random() * 3, random() * 3];
    const powers = odds.map(Math.exp);
    let draw = random() * powers.reduce((sum, power) => sum + power, 0);
    const target = powers.findIndex((power) => (draw -= power) < 0);
    const scores = Float64Array.from(
      [...odds, isNone ? 3 * random() + 1 : random()],
      (odd) => odd * sharpness,
    );
    return { scores, target: isNone ? NONE : target };
  });
}

describe('calibration', () => {
  it.each([0.5, 1, 2])('brings scores %d times too sharp to the same shares', (sharpness) => {
    const { temperature } = calibrate(simulate(sharpness), NONE);
    const { temperature: expected } = calibrate(simulate(1), NONE);
    expect(temperature / sharpness).toBeCloseTo(expected, 1);
  });

  it('refuses what is not ours more than what is, and its shares make one', () => {
    const observations = simulate(1);
    const calibration = calibrate(observations, NONE);
    const means = [true, false].map((isNone) => {
      const some = observations.filter(({ target }) => (target === NONE) === isNone);
      return (
        some.reduce((sum, one) => sum + estimate(one.scores, NONE, calibration).refusal, 0) / some.length
      );
    });
    expect(means[0]).toBeGreaterThan(0.6);
    expect(means[1]).toBeLessThan(0.2);
    for (const one of observations.slice(0, 50)) {
      const { refusal, shares } = estimate(one.scores, NONE, calibration);
      expect(refusal + shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(shares[NONE]).toBe(0);
    }
  });

  it('has a refusal even where there was nothing to learn it from', () => {
    const calibration = calibrate([], -1);
    const sure = Float64Array.of(9, 0, 0);
    const unsure = Float64Array.of(0.1, 0, 0);
    expect(estimate(sure, -1, calibration).refusal).toBeLessThan(0.4);
    expect(estimate(unsure, -1, calibration).refusal).toBeGreaterThan(0.6);
  });
});

describe('fitLogistic', () => {
  it('finds the weights its cases were drawn with', () => {
    const random = createRandom(11);
    const rows = Array.from({ length: 5000 }, () => [1, random() * 4 - 2, random() * 4 - 2]);
    const outcomes = rows.map((row) => (random() < predictLogistic([0.5, 2, -1], row) ? 1 : 0));
    const weights = rows.map(() => 1);
    const [constant, first, second] = fitLogistic(rows, outcomes, weights);
    expect(constant).toBeCloseTo(0.5, 0);
    expect(first).toBeCloseTo(2, 0);
    expect(second).toBeCloseTo(-1, 0);
  });
});

describe('decide', () => {
  const routes: Route[] = ['faq:a.a', 'faq:b.b', 'faq:c.c', 'none'];
  it.each([
    ['the likeliest when it is likely', [0.9, 0.05, 0.03], 0.02, 'faq:a.a'],
    ['asks when two are as likely', [0.48, 0.47, 0.03], 0.02, 'clarify'],
    ['refuses when it is probably not ours', [0.15, 0.05, 0.05], 0.75, 'none'],
  ])('%s', (_, shares, refusal, expected) => {
    const decision = decide(routes, { shares: Float64Array.from([...shares, 0]), refusal });
    expect(decision.route).toBe(expected);
  });
});
