import { calibrate, type Observation } from './calibration.js';
import type { Example } from './example.js';
import { indexKnownTexts, type RouterModel } from './model.js';
import { normaliseText } from './normalise.js';
import { quantise, scoreLabels } from './quantise.js';
import type { Route } from './route.js';
import { trainSoftmax } from './softmax.js';
import { vectorise } from './vectoriser.js';
import { buildVocabulary, hashText, type HashedText } from './vocabulary.js';

/** How many times a part of the examples is held back, to see what the model makes of texts it never saw. */
const FOLDS = 3;
/** Never held back. */
const NO_FOLD = -1;

/** A share of the work done, 0 to 1, rising. */
export type OnProgress = (share: number) => void;

/** Learns to route from examples. Takes seconds of pure computing: call it in a worker. Same examples, same model, to the bit. */
export function trainModel(
  examples: readonly Example[],
  onProgress: OnProgress = () => undefined,
): RouterModel {
  const texts = examples.map(({ text, isAnswer }) => normaliseText(isAnswer ? stripMarkup(text) : text));
  const routes = [...new Set(examples.map(({ route }) => route))].sort();
  const labelOf = new Map<Route, number>(routes.map((route, label) => [route, label]));
  const targets = Int32Array.from(examples, ({ route }) => labelOf.get(route) ?? 0);
  const hashed = texts.map(hashText);
  const asked = examples.map((_, at) => at).filter((at) => !examples[at]?.isAnswer);
  onProgress(0.05);

  const rounds = FOLDS + 1;
  const report = (round: number) => (share: number) => onProgress(0.05 + (0.95 * (round + share)) / rounds);
  const foldOf = assignFolds(examples);
  const observations: Observation[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = hashed.map((_, at) => at).filter((at) => foldOf[at] === fold);
    const rest = hashed.map((_, at) => at).filter((at) => foldOf[at] !== fold);
    const { vocabulary, linear } = trainLinear(
      pick(hashed, rest),
      pickTargets(targets, rest),
      routes.length,
      report(fold),
    );
    for (const at of held) {
      const vector = vectorise(vocabulary, hashed[at] as HashedText);
      const scores = new Float64Array(routes.length);
      scoreLabels(linear, vector, scores);
      observations.push({
        scores,
        coverage: vector.coverage,
        size: vector.features.length,
        target: targets[at] as number,
      });
    }
  }
  const calibration = calibrate(observations, routes.indexOf('none'));
  const { vocabulary, linear } = trainLinear(hashed, targets, routes.length, report(FOLDS));
  return {
    routes,
    vocabulary,
    linear,
    calibration,
    known: indexKnownTexts(pick(texts, asked), pickTargets(targets, asked)),
  };
}

function trainLinear(
  texts: readonly HashedText[],
  targets: Int32Array,
  labels: number,
  onProgress: OnProgress,
) {
  const vocabulary = buildVocabulary(texts);
  const vectors = texts.map((text) => vectorise(vocabulary, text));
  const size = { labels, features: vocabulary.rarity.length };
  const { weights, bias } = trainSoftmax(vectors, targets, size, undefined, onProgress);
  return { vocabulary, linear: quantise(weights, bias) };
}

/**
 * Neighbouring examples of a route fall into the same fold: they come from one hand and resemble each other, and a held
 * back text must be as strange to the model as a passenger's.
 */
function assignFolds(examples: readonly Example[]): number[] {
  const keyOf = ({ route, language }: Example) => `${route} ${language}`;
  const totals = new Map<string, number>();
  for (const example of examples) totals.set(keyOf(example), (totals.get(keyOf(example)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return examples.map((example) => {
    if (example.isAnswer) return NO_FOLD;
    const key = keyOf(example);
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return Math.floor((place * FOLDS) / (totals.get(key) ?? 1));
  });
}

/** An answer's words without links, figures and marks of emphasis. */
function stripMarkup(answer: string): string {
  return answer.replace(/\]\([^)]*\)/g, ' ').replace(/\{\{[^}]*\}\}/g, ' ');
}

function pick<T>(items: readonly T[], places: readonly number[]): T[] {
  return places.map((place) => items[place] as T);
}

function pickTargets(targets: Int32Array, places: readonly number[]): Int32Array {
  return Int32Array.from(places, (place) => targets[place] as number);
}
