import { estimate } from './calibration.js';
import { decide, type Decision } from './decision.js';
import type { Entities } from './entities.js';
import type { EntityContext } from './extractEntities.js';
import { isFollowUp, leanToSubject, measureBelonging, namesOnlyCase } from './followUp.js';
import { findKnownText, type RouterModel } from './model.js';
import { soundsUpset } from './mood.js';
import { dropNegated } from './negation.js';
import { normaliseText } from './normalise.js';
import { scoreLabels } from './quantise.js';
import type { Route, RouteContext, Understanding } from './route.js';
import { splitQuestions } from './splitQuestions.js';
import { vectorise } from './vectoriser.js';
import { hashText } from './vocabulary.js';

/** Longer texts are cut: the matter stands in the first lines, and a turn must not wait for a pasted book. */
const LONGEST_TEXT = 1000;
const HOME_TIME_ZONE = 'Asia/Shanghai';
/** What an example that comes again word for word is worth. */
const CERTAIN = 0.99;
/** What a follow-up that only names another case of the question is worth. */
const SAME_QUESTION = 0.8;
/** How likely each of two questions has to be right, to be taken for two rather than for one matter told at length. */
const SURE = 0.7;

export interface UnderstandingParts {
  readonly model: RouterModel;
  readonly extractEntities: (text: string, context: EntityContext) => Entities;
}

export function createUnderstanding({ model, extractEntities }: UnderstandingParts): Understanding {
  return {
    route(text, context) {
      const shortened = text.slice(0, LONGEST_TEXT);
      return {
        ...routeMessage(model, shortened, context.previousRoute),
        entities: extractSafely(extractEntities, shortened, context),
        ...(soundsUpset(normaliseText(shortened)) && { upset: true }),
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

/** A message may deny what it names, and may ask two things. */
function routeMessage(
  model: RouterModel,
  text: string,
  previous: Route | undefined,
): Decision & { readonly second?: Route } {
  const meant = dropNegated(text);
  const questions = splitQuestions(meant);
  if (questions !== undefined) {
    const [first, second] = questions.map((question) => routeText(model, question, previous));
    if (first && second && isSure(first) && isSure(second) && first.route !== second.route) {
      return { ...first, second: second.route };
    }
  }
  return routeText(model, meant, previous);
}

function isSure({ route, score }: Decision): boolean {
  return /^(?:faq|dialog):/.test(route) && score >= SURE;
}

function routeText(model: RouterModel, text: string, previous: Route | undefined): Decision {
  const normalised = normaliseText(text);
  if (normalised === '') return { route: 'none', score: 1, candidates: [] };
  const vector = vectorise(model.vocabulary, hashText(normalised));
  const scores = new Float64Array(model.routes.length);
  scoreLabels(model.linear, vector, scores);
  const estimated = estimate(scores, model.routes.indexOf('none'), model.calibration);
  if (previous !== undefined && isFollowUp(normalised)) {
    const leant = decide(
      model.routes,
      leanToSubject(model.routes, estimated, previous, measureBelonging(normalised)),
    );
    return previous.startsWith('faq:') && namesOnlyCase(normalised)
      ? preferRoute(leant, previous, SAME_QUESTION)
      : leant;
  }
  const decision = decide(model.routes, estimated);
  const known = findKnownText(model.known, normalised);
  const route = known.length === 1 ? model.routes[known[0] ?? -1] : undefined;
  return route === undefined ? decision : preferRoute(decision, route, CERTAIN);
}

function preferRoute(decision: Decision, route: Route, score: number): Decision {
  const others = decision.candidates
    .filter((candidate) => candidate.route !== route)
    .map((candidate) => ({ ...candidate, score: Math.min(candidate.score, 1 - score) }));
  const candidates = route === 'none' ? others : [{ route, score }, ...others].slice(0, 5);
  return { route, score, candidates };
}
