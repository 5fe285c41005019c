import { fileURLToPath } from 'node:url';
import { listExamples, loadCorpus, type Example } from '../../../faq/corpus.js';
import type { Route } from '../../../faq/understanding/route.js';
import {
  createBold,
  createFuse,
  createMiniSearch,
  createNlpJs,
  createOurs,
  type Contender,
  type Routed,
} from './contenders.js';
import { readDataset } from './dataset.js';
import { formatTiming, timeContender } from './timing.js';

// npm run bench -- understanding            time an utterance on the desk's own corpus
// npm run bench -- understanding FILE [...]  accuracy and time on CLINC150's JSON, or JSON lines {"text","label","split"}

const SLOWEST_MEDIAN_MS = 0.5;
const GROWTH_LINES = [1_000, 10_000, 100_000];
const MOST_GROWTH = 4;

export async function run(files: readonly string[] = process.argv.slice(3)): Promise<boolean> {
  const checks = files.length === 0 ? [await benchCorpus()] : [];
  for (const file of files) checks.push(await benchDataset(file));
  return checks.every(Boolean);
}

async function benchCorpus(): Promise<boolean> {
  const examples = listExamples(await loadCorpus(fileURLToPath(new URL('../../../faq', import.meta.url))));
  const questions = examples.filter(({ isAnswer }) => !isAnswer);
  // Every 25th question, first word dropped: close to the corpus, and equal to none of it.
  const texts = questions
    .filter((_, at) => at % 25 === 0)
    .map(({ text }) => text.slice(text.indexOf(' ') + 1 || 1));
  console.log(`${questions.length} questions, ${texts.length} utterances`);
  const ours = await announceLearning('ours', () => createOurs(examples));
  const medians: number[] = [];
  for (const contender of [ours, createFuse(examples), createMiniSearch(examples)]) {
    const few = contender.name === 'Fuse.js' ? texts.slice(0, 100) : texts;
    const timing = await timeContender(contender, few);
    console.log(`${contender.name.padEnd(12)} ${formatTiming(timing)}`);
    medians.push(timing.median);
  }
  const [median = Infinity, ...others] = medians;
  return median <= SLOWEST_MEDIAN_MS && others.every((other) => median < other);
}

async function benchDataset(file: string): Promise<boolean> {
  const { train, validation, test } = await readDataset(file);
  console.log(`${file}: ${train.length} lines to learn from, ${test.length} to answer`);
  const ours = await announceLearning('ours', () => createOurs(train));
  const nlpJs = await announceLearning('NLP.js', () => createNlpJs(train));
  const bold = validation.length > 0 ? [createBold(ours, validation)] : [];
  const medians: number[] = [];
  for (const contender of [ours, ...bold, nlpJs, createMiniSearch(train), createFuse(train)]) {
    const lines = contender.name === 'Fuse.js' ? test.filter((_, at) => at % 20 === 0) : test;
    console.log(`${contender.name.padEnd(12)} ${await describeAccuracy(contender, lines)}`);
    const timing = await timeContender(
      contender,
      lines.slice(0, 1000).map(({ text }) => text),
    );
    console.log(`${''.padEnd(12)} ${formatTiming(timing)}`);
    if (!bold.includes(contender)) medians.push(timing.median);
  }
  const [median = Infinity, ...others] = medians;
  return others.every((other) => median < other) && (await measureGrowth(train, test));
}

/** `best`: what it holds likeliest, refusing nothing. `right` and `refused`: both with its refusal, as it would be used. */
async function describeAccuracy(contender: Contender, lines: readonly Example[]): Promise<string> {
  const answers: (Routed & { readonly wanted: Route })[] = [];
  for (const { text, route } of lines) answers.push({ wanted: route, ...(await contender.route(text)) });
  const inScope = answers.filter(({ wanted }) => wanted !== 'none');
  const outside = answers.filter(({ wanted }) => wanted === 'none');
  const best = inScope.filter((answer) => answer.best === answer.wanted);
  const right = inScope.filter(({ wanted, route }) => route === wanted);
  const refused = outside.filter(({ route }) => route === 'none');
  return [
    `best ${formatShare(best, inScope)}`,
    `right ${formatShare(right, inScope)}`,
    `out of scope refused ${formatShare(refused, outside)}`,
  ].join(', ');
}

function formatShare(part: readonly unknown[], whole: readonly unknown[]): string {
  return whole.length === 0 ? '-' : `${((100 * part.length) / whole.length).toFixed(1)} %`;
}

async function measureGrowth(train: readonly Example[], test: readonly Example[]): Promise<boolean> {
  const texts = test.slice(0, 500).map(({ text }) => text);
  const medians: number[] = [];
  for (const count of GROWTH_LINES) {
    const examples = Array.from({ length: count }, (_, at) => varyExample(train, at));
    const { median } = await timeContender(createOurs(examples), texts);
    console.log(`${''.padEnd(12)} ours with ${count} lines: median ${median.toFixed(3)} ms`);
    medians.push(median);
  }
  const growth = (medians.at(-1) ?? Infinity) / (medians[0] ?? Infinity);
  console.log(`${''.padEnd(12)} a hundred times the lines: ${growth.toFixed(1)} times the time of a query`);
  return growth <= MOST_GROWTH;
}

/** Beyond the file's own lines, each is taken again with a word of another one, so that words and pairs keep growing. */
function varyExample(train: readonly Example[], at: number): Example {
  const spread = (at * 7919) % train.length;
  const example = train[spread] as Example;
  if (at < train.length) return example;
  const other = (train[(at * 104729) % train.length] as Example).text.split(' ');
  return { ...example, text: `${example.text} ${other[at % other.length] ?? ''}` };
}

async function announceLearning<Learner extends Contender>(
  name: string,
  create: () => Learner | Promise<Learner>,
): Promise<Learner> {
  const started = Date.now();
  const contender = await create();
  console.log(`${name.padEnd(12)} learnt in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return contender;
}
