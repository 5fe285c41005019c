import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { listClaimWords } from '../claimTalk.js';
import { learnFaq, LocalDesk } from '../localDesk.js';
import { compareTurns, type Comparison } from './compare.js';
import { TalkCopier } from './copyTalk.js';
import { getQuestion, recordTalk } from './recordTalk.js';

const FEW = 100;
const MANY = 100_000;
const SHORT = 5;
const LONG = 500;
const SAMPLES = 300;
const CLAIMS = 60;
const LIMIT_BY_STORED = 1.2;
const LIMIT_BY_LENGTH = 1.5;

/** Measures whole turns of the service, and whether what is stored makes them dearer. */
export async function run(): Promise<boolean> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'redeye-bench-'));
  try {
    const comparisons = [
      ...(await compareByLength(path.join(directory, 'length'))),
      ...(await compareByStored(path.join(directory, 'stored'))),
    ];
    return comparisons.map(report).every(Boolean);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The first turn in each conversation since the start, and the next one. */
async function compareByLength(directory: string): Promise<Comparison[]> {
  const copier = new TalkCopier(directory);
  for (const [name, messages] of [
    ['short', SHORT],
    ['long', LONG],
  ] as const) {
    const template = `${directory}-${name}`;
    await learnFaq(template);
    const talk = await recordTalk(template, `template-${name}`, messages);
    for (let index = 0; index < SAMPLES; index += 1) copier.copy(talk, `${name}-${String(index)}`, index);
  }
  await learnFaq(directory);
  const desk = await LocalDesk.open(directory);
  await desk.start();
  const ask =
    (name: string, id: string) =>
    async (sample: number): Promise<void> => {
      requireWords(await desk.say(`${name}-${String(sample)}`, id, getQuestion(sample)));
    };
  const lengths = `a conversation of ${String(SHORT)} and of ${String(LONG)} messages`;
  const options = { limit: LIMIT_BY_LENGTH, samples: SAMPLES };
  const comparisons = [
    await compareTurns(
      { name: `first turn after a start in ${lengths}`, ...options },
      ask('short', 'a'),
      ask('long', 'a'),
    ),
    await compareTurns({ name: `next turn in ${lengths}`, ...options }, ask('short', 'b'), ask('long', 'b')),
  ];
  await desk.close();
  return comparisons;
}

/** A question in a stored conversation, and a whole conversation in which a claim is filed. */
async function compareByStored(directory: string): Promise<Comparison[]> {
  const few = await openFilled(`${directory}-few`, FEW);
  const many = await openFilled(`${directory}-many`, MANY);
  // The same number of stored conversations is asked in on both sides; only the neighbours differ.
  const pick = (count: number, sample: number): number => (sample % FEW) * (count / FEW);
  const ask =
    (desk: LocalDesk, count: number) =>
    async (sample: number): Promise<void> => {
      const conversation = `stored-${String(pick(count, sample))}`;
      requireWords(await desk.say(conversation, `question-${String(sample)}`, getQuestion(sample)));
    };
  const file =
    (desk: LocalDesk) =>
    async (sample: number): Promise<void> => {
      for (const [step, words] of listClaimWords(1 + sample).entries()) {
        requireWords(await desk.say(`new-${String(sample)}`, `new-${String(sample)}-${String(step)}`, words));
      }
    };
  const stored = `with ${String(FEW)} and ${String(MANY)} conversations and cases stored`;
  const comparisons = [
    await compareTurns(
      { name: `a question ${stored}`, limit: LIMIT_BY_STORED, samples: SAMPLES },
      ask(few, FEW),
      ask(many, MANY),
    ),
    await compareTurns(
      { name: `a claim from first word to reference ${stored}`, limit: LIMIT_BY_STORED, samples: CLAIMS },
      file(few),
      file(many),
    ),
  ];
  await few.close();
  await many.close();
  return comparisons;
}

async function openFilled(directory: string, count: number): Promise<LocalDesk> {
  const template = `${directory}-template`;
  await learnFaq(template);
  const talk = await recordTalk(template, 'template', 'claim');
  const start = performance.now();
  const copier = new TalkCopier(directory);
  for (let index = 0; index < count; index += 1) copier.copy(talk, `stored-${String(index)}`, index);
  console.log(`${String(count)} conversations and claims written in ${seconds(start)} s`);
  await learnFaq(directory);
  const opening = performance.now();
  const desk = await LocalDesk.open(directory);
  await desk.start();
  console.log(`opened in ${seconds(opening)} s`);
  return desk;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function requireWords(said: readonly string[]): void {
  if (said.length === 0) throw new Error('the desk said nothing');
}

function report({ name, few, many, limit }: Comparison): boolean {
  const ratio = many / few;
  console.log(
    `${name}: median ${few.toFixed(1)} ms and ${many.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (limit ${String(limit)})`,
  );
  return ratio <= limit;
}
