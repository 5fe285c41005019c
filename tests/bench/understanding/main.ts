import { fileURLToPath } from 'node:url';
import { listExamples, loadCorpus, type Example } from '../../../faq/corpus.js';
import { createFuse, createMiniSearch, createOurs, type Contender } from './contenders.js';
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
  const ours = announceLearning(() => createOurs(examples));
  const medians = [ours, createFuse(examples), createMiniSearch(examples)].map((contender) => {
    const timing = timeContender(contender, contender.name === 'Fuse.js' ? texts.slice(0, 100) : texts);
    console.log(`${contender.name.padEnd(12)} ${formatTiming(timing)}`);
    return timing.median;
  });
  const [median = Infinity, ...others] = medians;
  return median <= SLOWEST_MEDIAN_MS && others.every((other) => median < other);
}

async function benchDataset(file: string): Promise<boolean> {
  const { train, test } = await readDataset(file);
  console.log(`${file}: ${train.length} lines to learn from, ${test.length} to answer`);
  const contenders = [announceLearning(() => createOurs(train)), createFuse(train), createMiniSearch(train)];
  const medians = contenders.map((contender) => {
    const lines = contender.name === 'Fuse.js' ? test.filter((_, at) => at % 20 === 0) : test;
    console.log(`${contender.name.padEnd(12)} ${describeAccuracy(contender, lines)}`);
    const timing = timeContender(
      contender,
      lines.slice(0, 1000).map(({ text }) => text),
    );
    console.log(`${''.padEnd(12)} ${formatTiming(timing)}`);
    return timing.median;
  });
  const [median = Infinity, ...others] = medians;
  return others.every((other) => median < other) && measureGrowth(train, test);
}

/** `best`: what it holds likeliest, refusing nothing. `right` and `refused`: both with its refusal, as it would be used. */
function describeAccuracy(contender: Contender, lines: readonly Example[]): string {
  const answers = lines.map(({ text, route }) => ({ wanted: route, ...contender.route(text) }));
  const inScope = answers.filter(({ wanted }) => wanted !== 'none');
  const outside = answers.filter(({ wanted }) => wanted === 'none');
  const percent = (part: readonly unknown[], whole: readonly unknown[]) =>
    whole.length === 0 ? '-' : `${((100 * part.length) / whole.length).toFixed(1)} %`;
  return [
    `best ${percent(
      inScope.filter(({ wanted, best }) => best === wanted),
      inScope,
    )}`,
    `right ${percent(
      inScope.filter(({ wanted, route }) => route === wanted),
      inScope,
    )}`,
    `out of scope refused ${percent(
      outside.filter(({ route }) => route === 'none'),
      outside,
    )}`,
  ].join(', ');
}

function measureGrowth(train: readonly Example[], test: readonly Example[]): boolean {
  const texts = test.slice(0, 500).map(({ text }) => text);
  const medians = GROWTH_LINES.map((count) => {
    const examples = Array.from({ length: count }, (_, at) => varyExample(train, at));
    const { median } = timeContender(createOurs(examples), texts);
    console.log(`${''.padEnd(12)} ours with ${count} lines: median ${median.toFixed(3)} ms`);
    return median;
  });
  return (medians.at(-1) ?? Infinity) <= MOST_GROWTH * (medians[0] ?? 0);
}

/** Beyond the file's own lines, each is taken again with a word of another one, so that words and pairs keep growing. */
function varyExample(train: readonly Example[], at: number): Example {
  const spread = (at * 7919) % train.length;
  const example = train[spread] as Example;
  if (at < train.length) return example;
  const other = (train[(at * 104729) % train.length] as Example).text.split(' ');
  return { ...example, text: `${example.text} ${other[at % other.length] ?? ''}` };
}

function announceLearning(create: () => Contender): Contender {
  const started = Date.now();
  const contender = create();
  console.log(`ours         learnt in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return contender;
}
