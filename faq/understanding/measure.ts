import type { Candidate, Route } from './route.js';

/** A line to measure with: what was said, and the routes that would be right, the best first. */
export interface MeasuredLine {
  readonly text: string;
  readonly lang: string;
  readonly accept: readonly string[];
  readonly tags?: readonly string[] | undefined;
}

export interface Answer {
  readonly route: Route;
  readonly candidates: readonly Candidate[];
}

/** `refused`: rightly answered `none`; `false`: an answer or a question back where `none` was right. */
export type Outcome = 'right' | 'assisted' | 'wrong' | 'missed' | 'refused' | 'false';

export function judge({ accept }: MeasuredLine, { route, candidates }: Answer): Outcome {
  if (accept.includes('none'))
    return route === 'none' ? 'refused' : isAccepted(accept, route) ? 'right' : 'false';
  if (route === 'none') return 'missed';
  if (route === 'clarify') {
    return candidates.slice(0, 3).some((candidate) => isAccepted(accept, candidate.route))
      ? 'assisted'
      : 'wrong';
  }
  return isAccepted(accept, route) ? 'right' : 'wrong';
}

/** `smalltalk` stands for every kind of it. */
function isAccepted(accept: readonly string[], route: string): boolean {
  return accept.includes(route) || (route.startsWith('smalltalk:') && accept.includes('smalltalk'));
}

/** Shares of the lines that have an answer; `falseAnswers` of those that have none. Undefined without such lines. */
export interface Tally {
  readonly lines: number;
  readonly right: number;
  readonly assisted: number;
  readonly wrong: number;
  readonly missed: number;
  readonly noneLines: number;
  readonly falseAnswers: number;
}

function tally(outcomes: readonly Outcome[]): Tally {
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const noneLines = count('refused') + count('false');
  const lines = outcomes.length - noneLines;
  const share = (outcome: Outcome, of: number) => (of === 0 ? 0 : count(outcome) / of);
  return {
    lines,
    right: share('right', lines),
    assisted: share('assisted', lines),
    wrong: share('wrong', lines),
    missed: share('missed', lines),
    noneLines,
    falseAnswers: share('false', noneLines),
  };
}

/** A line, what was answered, and how that was judged. */
export interface Measured {
  readonly line: MeasuredLine;
  readonly answer: Answer;
  readonly outcome: Outcome;
}

/** Tallies of all lines and of every language, kind of route, and tag, by name. */
export function measure(measured: readonly Measured[]): Record<string, Tally> {
  const groups = new Map<string, Outcome[]>();
  const add = (group: string, outcome: Outcome) => {
    const outcomes = groups.get(group);
    if (outcomes) outcomes.push(outcome);
    else groups.set(group, [outcome]);
  };
  for (const { outcome } of measured) add('all', outcome);
  for (const { line, outcome } of measured) add(line.lang, outcome);
  for (const { line, outcome } of measured) add((line.accept[0] ?? '').split(':')[0] ?? '', outcome);
  for (const { line, outcome } of measured) for (const tag of line.tags ?? []) add(`#${tag}`, outcome);
  return Object.fromEntries([...groups].map(([group, outcomes]) => [group, tally(outcomes)]));
}
