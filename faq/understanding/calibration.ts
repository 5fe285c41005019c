import { fitLogistic, predictLogistic } from './logistic.js';

/** Turns raw scores into shares of cases: how likely each route is, and how likely that none is meant. */
export interface Calibration {
  /** Raw scores are divided by it before the softmax. */
  readonly temperature: number;
  /** Weights of the refusal's signals, the constant first. */
  readonly refusal: readonly number[];
}

/** The raw outcome of one text that the model was not trained on. */
export interface Observation {
  readonly scores: Float64Array;
  readonly target: number;
}

/** What a model without negative examples refuses by: an unsure best route. */
const REFUSAL_WITHOUT_NEGATIVES = [-2, 0, -3];
/** Fewer negative examples than this say too little to learn from. */
const FEWEST_NEGATIVES = 30;
/**
 * The temperature that fits the held-back examples is a little too warm for passengers: an example names one route where
 * two would often do, and the model that was watched had a third less to learn from.
 */
const COOLING = 0.85;
/** The share of messages that are not ours, as the refusal assumes it. */
const NEGATIVE_SHARE = 0.32;

/** One number is fitted as well by some thousands of texts as by all. */
const MOST_FITTED = 4000;
/** Scores lower than the highest by more than this are no chance at all, and need no exponential. */
const NEGLIGIBLE = -14;

export function calibrate(observations: readonly Observation[], none: number): Calibration {
  const ours = observations.filter(({ target }) => target !== none);
  const fitting = ours.length === 0 ? 1 : findTemperature(ours, none);
  const negatives = observations.length - ours.length;
  if (none < 0 || negatives < FEWEST_NEGATIVES)
    return { temperature: fitting, refusal: REFUSAL_WITHOUT_NEGATIVES };
  const temperature = COOLING * fitting;
  const signals = observations.map(({ scores }) =>
    measureSignals(scores, shareOut(scores, none, temperature), none),
  );
  const outcomes = observations.map(({ target }) => (target === none ? 1 : 0));
  const weights = observations.map(({ target }) =>
    target === none ? NEGATIVE_SHARE / negatives : (1 - NEGATIVE_SHARE) / ours.length,
  );
  return { temperature, refusal: fitLogistic(signals, outcomes, weights) };
}

export interface Estimate {
  /** How likely it is that none of the routes is meant. */
  readonly refusal: number;
  /** How likely each label is; the one of `none` holds 0. Together with `refusal` they make 1. */
  readonly shares: Float64Array;
}

export function estimate(
  scores: Float64Array,
  none: number,
  { temperature, refusal }: Calibration,
): Estimate {
  const shares = shareOut(scores, none, temperature);
  const refused = predictLogistic(refusal, measureSignals(scores, shares, none));
  for (let label = 0; label < shares.length; label += 1) {
    shares[label] = (shares[label] as number) * (1 - refused);
  }
  return { refusal: refused, shares };
}

/** The scores' softmax over the routes, `none` left out. */
function shareOut(
  scores: Float64Array,
  none: number,
  temperature: number,
  shares = new Float64Array(scores.length),
): Float64Array {
  const highest = findHighest(scores, none);
  const lowest = highest + NEGLIGIBLE * temperature;
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const score = scores[label] as number;
    const power = label === none || score < lowest ? 0 : Math.exp((score - highest) / temperature);
    shares[label] = power;
    sum += power;
  }
  const part = 1 / (sum || 1);
  for (let label = 0; label < shares.length; label += 1) shares[label] = (shares[label] as number) * part;
  return shares;
}

/**
 * The constant, the lead of `none` over all routes together, and the certainty of the best route. More signals (known
 * share of the text, its length, resemblance to examples) fitted the corpus's own hands better and strangers worse.
 */
function measureSignals(scores: Float64Array, shares: Float64Array, none: number): number[] {
  const highest = findHighest(scores, none);
  let first = 1e-9;
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    if (label === none) continue;
    first = Math.max(first, shares[label] as number);
    const below = (scores[label] as number) - highest;
    if (below > NEGLIGIBLE) sum += Math.exp(below);
  }
  const lead = none < 0 ? 0 : (scores[none] as number) - highest - Math.log(sum || 1);
  return [1, lead, Math.log(first)];
}

function findHighest(scores: Float64Array, none: number): number {
  let highest = -Infinity;
  for (let label = 0; label < scores.length; label += 1) {
    if (label !== none && (scores[label] as number) > highest) highest = scores[label] as number;
  }
  return highest;
}

/** Golden section over the mean log loss, which has one minimum. */
function findTemperature(observations: readonly Observation[], none: number): number {
  const stride = Math.ceil(observations.length / MOST_FITTED);
  const some = observations.filter((_, at) => at % stride === 0);
  const shares = new Float64Array(observations[0]?.scores.length ?? 0);
  const loss = (temperature: number) => {
    let sum = 0;
    for (const { scores, target } of some) {
      sum -= Math.log(Math.max(1e-12, shareOut(scores, none, temperature, shares)[target] as number));
    }
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0.2;
  let high = 5;
  for (let step = 0; step < 12; step += 1) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
