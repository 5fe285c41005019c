import { calibrate, type Observation } from './calibration.js';
import type { Example } from './example.js';
import { indexKnownTexts, type RouterModel } from './model.js';
import { normaliseText } from './normalise.js';
import { quantise, scoreLabels } from './quantise.js';
import type { Route } from './route.js';
import { trainSoftmax } from './softmax.js';
import { trainSparseSoftmax } from './sparseSoftmax.js';
import { vectorise } from './vectoriser.js';
import { buildVocabulary, hashText, type HashedText } from './vocabulary.js';

/** The share of each route's examples held back once, to see what a model makes of texts it never saw. */
const HELD_BACK = 1 / 3;

/** Above it the sparse softmax takes over: the full one would need gigabytes and hours. */
const MOST_FULL_LABELS = 600;
/** Held-back texts times labels, beyond which every second, third ... text is enough to calibrate by. */
const MOST_OBSERVED_SCORES = 8_000_000;

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

  const held = chooseHeldBack(examples);
  const calibration = calibrate(
    observe(hashed, targets, held, routes.length, (share) => onProgress(0.05 + 0.4 * share)),
    routes.indexOf('none'),
  );
  const { vocabulary, linear } = trainLinear(hashed, targets, routes.length, (share) => {
    onProgress(0.45 + 0.55 * share);
  });
  const known = indexKnownTexts(pick(texts, asked), pickTargets(targets, asked));
  return { routes, vocabulary, linear, calibration, known };
}

/** What a model learnt from the rest makes of the texts held back. */
function observe(
  texts: readonly HashedText[],
  targets: Int32Array,
  held: readonly boolean[],
  labels: number,
  onProgress: OnProgress,
): Observation[] {
  const places = texts.map((_, at) => at);
  const rest = places.filter((at) => !held[at]);
  const { vocabulary, linear } = trainLinear(
    pick(texts, rest),
    pickTargets(targets, rest),
    labels,
    onProgress,
  );
  const watched = places.filter((at) => held[at]);
  const stride = Math.ceil((watched.length * labels) / MOST_OBSERVED_SCORES);
  return watched
    .filter((_, at) => at % stride === 0)
    .map((at) => {
      const vector = vectorise(vocabulary, texts[at] as HashedText);
      const scores = new Float64Array(labels);
      scoreLabels(linear, vector, scores);
      return { scores, target: targets[at] as number };
    });
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
  if (labels > MOST_FULL_LABELS) {
    const { weights, bias, ...support } = trainSparseSoftmax(vectors, targets, size, onProgress);
    return { vocabulary, linear: quantise(weights, bias, support) };
  }
  const { weights, bias } = trainSoftmax(vectors, targets, size, undefined, onProgress);
  return { vocabulary, linear: quantise(weights, bias) };
}

/**
 * The last examples of each route and language: neighbours come from one hand and resemble each other, and a text held
 * back must be as strange to the model as a passenger's. Answers are never held back.
 */
function chooseHeldBack(examples: readonly Example[]): boolean[] {
  const keyOf = ({ route, language }: Example) => `${route} ${language}`;
  const totals = new Map<string, number>();
  for (const example of examples) {
    if (!example.isAnswer) totals.set(keyOf(example), (totals.get(keyOf(example)) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  return examples.map((example) => {
    if (example.isAnswer) return false;
    const key = keyOf(example);
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return place >= Math.ceil((totals.get(key) ?? 1) * (1 - HELD_BACK));
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
