import type { Estimate } from './calibration.js';
import type { Candidate, Route } from './route.js';

/** What an outcome is worth beside a right answer (1): a wrong one costs more than admitting not to understand. */
const WORTH = {
  right: 1,
  wrong: -1,
  assisted: 0.4,
  notAssisted: -0.4,
  refusedRightly: 1,
  missed: -0.25,
  answeredNone: -1.2,
  askedNone: -0.9,
} as const;

/** How many candidates a question back offers. */
const OFFERED = 3;
const MOST_CANDIDATES = 5;

export interface Decision {
  readonly route: Route;
  readonly score: number;
  readonly candidates: readonly Candidate[];
}

/** Takes whatever is worth most on average: answering with the best candidate, asking which of three, or refusing. */
export function decide(routes: readonly Route[], { shares, refusal }: Estimate): Decision {
  const candidates = rankCandidates(routes, shares);
  const best = candidates[0];
  const first = best ? measureFirst(best, candidates) : 0;
  const offered = candidates.slice(0, OFFERED).reduce((sum, { score }) => sum + score, 0);
  const ours = 1 - refusal;
  const answer = WORTH.right * first + WORTH.wrong * (ours - first) + WORTH.answeredNone * refusal;
  const ask = WORTH.assisted * offered + WORTH.notAssisted * (ours - offered) + WORTH.askedNone * refusal;
  const refuse = WORTH.refusedRightly * refusal + WORTH.missed * ours;
  if (!best || (refuse >= answer && refuse >= ask)) return { route: 'none', score: refusal, candidates };
  if (candidates.length > 1 && ask > answer) return { route: 'clarify', score: offered, candidates };
  return { route: best.route, score: first, candidates };
}

/** Of small talk any kind will do: nobody wants to be asked whether they meant thanks or a goodbye. */
function measureFirst(best: Candidate, candidates: readonly Candidate[]): number {
  if (!isSmallTalk(best)) return best.score;
  return candidates.filter(isSmallTalk).reduce((sum, { score }) => sum + score, 0);
}

function isSmallTalk({ route }: Candidate): boolean {
  return route.startsWith('smalltalk:');
}

function rankCandidates(routes: readonly Route[], shares: Float64Array): Candidate[] {
  const candidates: Candidate[] = [];
  shares.forEach((score, label) => {
    const route = routes[label];
    if (route === undefined || route === 'none' || score <= 0.001) return;
    candidates.push({ route, score });
  });
  return candidates
    .sort((a, b) => b.score - a.score || (a.route < b.route ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
}
