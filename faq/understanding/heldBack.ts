import type { Observation } from './calibration.js';
import type { Example } from './example.js';
import { scoreLabels } from './quantise.js';
import { trainLinear, type Lessons } from './trainLinear.js';
import { vectorise } from './vectoriser.js';
import type { HashedText } from './vocabulary.js';

/** The share of each route's examples held back once, to see what a model makes of texts it never saw. */
const HELD_BACK = 1 / 3;
/** Held-back texts times labels, beyond which every second, third ... text is enough to calibrate by. */
const MOST_OBSERVED_SCORES = 8_000_000;

/** What a model learnt from the rest makes of the texts held back. */
export function observeHeldBack(
  { texts, targets, labels }: Lessons,
  held: readonly boolean[],
  onProgress: (share: number) => void,
): Observation[] {
  const places = texts.map((_, at) => at);
  const rest = places.filter((at) => !held[at]);
  const lessons = {
    texts: rest.map((at) => texts[at] as HashedText),
    targets: Int32Array.from(rest, (at) => targets[at] as number),
    labels,
  };
  const { vocabulary, linear } = trainLinear(lessons, 'rehearsal', onProgress);
  const watched = places.filter((at) => held[at]);
  const stride = Math.ceil((watched.length * labels) / MOST_OBSERVED_SCORES);
  return watched
    .filter((_, at) => at % stride === 0)
    .map((at) => {
      const scores = new Float64Array(labels);
      scoreLabels(linear, vectorise(vocabulary, texts[at] as HashedText), scores);
      return { scores, target: targets[at] as number };
    });
}

/**
 * The last examples of each route and language: neighbours come from one hand and resemble each other, and a text held
 * back must be as strange to the model as a passenger's. Answers are never held back.
 */
export function chooseHeldBack(examples: readonly Example[]): boolean[] {
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
