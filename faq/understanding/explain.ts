import { extractFeatures, FEATURE_GROUPS, type FeatureGroup } from './features.js';
import type { RouterModel } from './model.js';
import { normaliseText } from './normalise.js';
import { readWeight } from './quantise.js';
import type { Route } from './route.js';
import { vectorise } from './vectoriser.js';
import { findFeature, hashFeature, hashText } from './vocabulary.js';

export interface Reason {
  readonly group: FeatureGroup;
  readonly feature: string;
  /** What it added to the route's score over the other route's. */
  readonly weight: number;
}

/** The features of a text that spoke most for one route against another, strongest first. */
export function explainChoice(
  model: RouterModel,
  text: string,
  route: Route,
  against: Route,
  most = 5,
): Reason[] {
  const chosen = model.routes.indexOf(route);
  const other = model.routes.indexOf(against);
  const normalised = normaliseText(text);
  const names = new Map<number, { group: FeatureGroup; feature: string }>();
  extractFeatures(normalised, (group, ...parts) => {
    const feature = parts.join('');
    names.set(findFeature(model.vocabulary, hashFeature(group, feature)), { group, feature });
  });
  const vector = vectorise(model.vocabulary, hashText(normalised));
  const weigh = (feature: number, label: number) =>
    label < 0 ? 0 : readWeight(model.linear, feature, label);
  const reasons = [...vector.features].map((number, at) => {
    const weight = (weigh(number, chosen) - weigh(number, other)) * (vector.values[at] as number);
    return { ...(names.get(number) ?? { group: FEATURE_GROUPS[0], feature: '?' }), weight };
  });
  return reasons.sort((a, b) => b.weight - a.weight).slice(0, most);
}
