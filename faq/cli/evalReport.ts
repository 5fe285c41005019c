import { explainChoice } from '../understanding/explain.js';
import type { Measured, Tally } from '../understanding/measure.js';
import type { RouterModel } from '../understanding/model.js';
import type { Route } from '../understanding/route.js';

const COLUMNS = ['lines', 'right', 'r+assisted', 'wrong', 'missed', 'none', 'false'];

/** One row a group: shares in per cent, and how many lines they are of. */
export function formatTable(groups: Readonly<Record<string, Tally>>): string {
  const width = Math.max(...Object.keys(groups).map(({ length }) => length), 8);
  const rows = Object.entries(groups).map(([group, tally]) => {
    const answered = [tally.right, tally.right + tally.assisted, tally.wrong, tally.missed];
    const cells = [
      String(tally.lines),
      ...answered.map((share) => (tally.lines ? percent(share) : '')),
      String(tally.noneLines),
      tally.noneLines ? percent(tally.falseAnswers) : '',
    ];
    return [group.padEnd(width), ...cells.map((cell) => cell.padStart(10))].join(' ');
  });
  const head = [''.padEnd(width), ...COLUMNS.map((column) => column.padStart(10))].join(' ');
  return [head, ...rows].join('\n');
}

/** Every line that was not right, with what was taken for what and the features that decided it; then the pairs confused most. */
export function describeErrors(measured: readonly Measured[], model: RouterModel): string {
  const errors = measured.filter(({ outcome }) => outcome !== 'right' && outcome !== 'refused');
  const lines = errors.map(({ line, answer, outcome }) => {
    const wanted = line.accept[0] as Route;
    const taken = answer.candidates[0]?.route ?? 'none';
    const reasons = explainChoice(model, line.text, taken, wanted)
      .map(({ group, feature, weight }) => `${group}:${feature} ${weight.toFixed(2)}`)
      .join(', ');
    const candidates = answer.candidates
      .slice(0, 3)
      .map(({ route, score }) => `${route} ${score.toFixed(2)}`)
      .join(', ');
    return `${outcome} ${JSON.stringify(line.text)}\n  wanted ${wanted}; got ${answer.route} (${candidates})\n  ${reasons}`;
  });
  const confusions = new Map<string, number>();
  for (const { line, answer, outcome } of errors) {
    if (outcome !== 'wrong' && outcome !== 'false') continue;
    const pair = `${line.accept[0]} -> ${answer.candidates[0]?.route ?? answer.route}`;
    confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
  }
  const pairs = [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 20);
  return [...lines, 'confused most:', ...pairs.map(([pair, count]) => `  ${count} ${pair}`)].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
