import { calibrate } from './calibration.js';
import type { Example } from './example.js';
import { chooseHeldBack, observeHeldBack } from './heldBack.js';
import { indexKnownTexts, type RouterModel } from './model.js';
import { normaliseText } from './normalise.js';
import type { Route } from './route.js';
import { trainLinear } from './trainLinear.js';
import { hashText } from './vocabulary.js';

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
  const lessons = { texts: texts.map(hashText), targets, labels: routes.length };
  onProgress(0.1);

  const observations = observeHeldBack(lessons, chooseHeldBack(examples), (share) => {
    onProgress(0.1 + 0.3 * share);
  });
  const calibration = calibrate(observations, routes.indexOf('none'));
  const { vocabulary, linear } = trainLinear(lessons, 'full', (share) => onProgress(0.4 + 0.6 * share));
  const asked = [...examples.keys()].filter((at) => !examples[at]?.isAnswer);
  const known = indexKnownTexts(
    asked.map((at) => texts[at] ?? ''),
    Int32Array.from(asked, (at) => targets[at] as number),
  );
  return { routes, vocabulary, linear, calibration, known };
}

/** An answer's words without links, figures and marks of emphasis. */
function stripMarkup(answer: string): string {
  return answer.replace(/\]\([^)]*\)/g, ' ').replace(/\{\{[^}]*\}\}/g, ' ');
}
