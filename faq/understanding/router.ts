import { estimate } from './calibration.js';
import { decide, type Decision } from './decision.js';
import type { Entities } from './entities.js';
import type { EntityContext } from './extractEntities.js';
import { isFollowUp, leanToSubject } from './followUp.js';
import { findKnownText, type RouterModel } from './model.js';
import { normaliseText } from './normalise.js';
import { scoreLabels } from './quantise.js';
import type { Route, RouteContext, Understanding } from './route.js';
import { vectorise } from './vectoriser.js';
import { hashText } from './vocabulary.js';

/** Longer texts are cut: the matter stands in the first lines, and a turn must not wait for a pasted book. */
const LONGEST_TEXT = 1000;
const HOME_TIME_ZONE = 'Asia/Shanghai';
/** What an example that comes again word for word is worth. */
const CERTAIN = 0.99;

export interface UnderstandingParts {
  readonly model: RouterModel;
  readonly extractEntities: (text: string, context: EntityContext) => Entities;
}

export function createUnderstanding({ model, extractEntities }: UnderstandingParts): Understanding {
  return {
    route(text, context) {
      const shortened = text.slice(0, LONGEST_TEXT);
      return {
        ...routeText(model, shortened, context.previousRoute),
        entities: extractSafely(extractEntities, shortened, context),
      };
    },
  };
}

function extractSafely(
  extract: UnderstandingParts['extractEntities'],
  text: string,
  context: RouteContext,
): Entities {
  try {
    return extract(text, { ...context, timeZone: context.timeZone ?? HOME_TIME_ZONE });
  } catch {
    return {};
  }
}

function routeText(model: RouterModel, text: string, previous: Route | undefined): Decision {
  const normalised = normaliseText(text);
  if (normalised === '') return { route: 'none', score: 1, candidates: [] };
  const vector = vectorise(model.vocabulary, hashText(normalised));
  const scores = new Float64Array(model.routes.length);
  scoreLabels(model.linear, vector, scores);
  const estimated = estimate(scores, model.routes.indexOf('none'), model.calibration);
  if (previous !== undefined && isFollowUp(normalised)) {
    return decide(model.routes, leanToSubject(model.routes, estimated, previous));
  }
  const decision = decide(model.routes, estimated);
  const known = findKnownText(model.known, normalised);
  return known.length === 1 ? preferKnown(decision, model.routes[known[0] ?? -1]) : decision;
}

function preferKnown(decision: Decision, route: Route | undefined): Decision {
  if (route === undefined) return decision;
  const others = decision.candidates
    .filter((candidate) => candidate.route !== route)
    .map((candidate) => ({ ...candidate, score: Math.min(candidate.score, 1 - CERTAIN) }));
  const candidates = route === 'none' ? others : [{ route, score: CERTAIN }, ...others].slice(0, 5);
  return { route, score: CERTAIN, candidates };
}
