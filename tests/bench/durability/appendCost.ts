import { openDataDirectory } from '../../../bot/storage/lowdb/openDataDirectory.js';
import type { EventLog, NewEvent } from '../../../services/eventLog.js';

export interface Comparison {
  readonly name: string;
  /** Median milliseconds of an append with little and with much stored. */
  readonly few: number;
  readonly many: number;
  /** What `many / few` may be. */
  readonly limit: number;
}

const SAMPLES = 1000;
const FEW_STREAMS = 100;
const MANY_STREAMS = 100_000;
const SHORT_STREAM = 5;
const LONG_STREAM = 500;
const AT_ONCE = 16;

// About as much as a message with a card.
const EVENT: NewEvent = {
  type: 'activity-received',
  time: '2026-11-22T08:00:00.000Z',
  actor: 'passenger:p',
  data: { activity: { type: 'message', text: 'x'.repeat(600) } },
};

/** The same append in a log of 100 streams and in one of 100,000. */
export async function compareByStreams(directory: string): Promise<Comparison> {
  const few = await openDataDirectory(`${directory}-few`);
  const many = await openDataDirectory(`${directory}-many`);
  await fill(few.eventLog, FEW_STREAMS, 1);
  await fill(many.eventLog, MANY_STREAMS, 1);
  // A thousand appends into 100 streams make them longer than those of the others: each side gets the same 100
  // lengths, only the 99,900 neighbours differ.
  const pick = (count: number, sample: number): number => (sample % FEW_STREAMS) * (count / FEW_STREAMS);
  const medians = await sampleInTurn([
    (sample) => append(few.eventLog, pick(FEW_STREAMS, sample)),
    (sample) => append(many.eventLog, pick(MANY_STREAMS, sample)),
  ]);
  await few.close();
  await many.close();
  const name = `append with ${String(FEW_STREAMS)} and ${String(MANY_STREAMS)} streams stored`;
  return { name, few: medians[0] ?? NaN, many: medians[1] ?? NaN, limit: 1.2 };
}

/** The same append in streams of 5 events and in streams of 500 events and more. */
export async function compareByLength(directory: string): Promise<Comparison> {
  const opened = await openDataDirectory(directory);
  await fill(opened.eventLog, SAMPLES, SHORT_STREAM);
  await fill(opened.eventLog, 1, LONG_STREAM, SAMPLES);
  const medians = await sampleInTurn([
    (sample) => append(opened.eventLog, sample),
    () => append(opened.eventLog, SAMPLES),
  ]);
  await opened.close();
  const name = `append to a stream of ${String(SHORT_STREAM)} and of ${String(LONG_STREAM)} events and more`;
  return { name, few: medians[0] ?? NaN, many: medians[1] ?? NaN, limit: 1.5 };
}

async function append(log: EventLog, stream: number): Promise<void> {
  await log.append(`conversation/${String(stream)}`, [EVENT], 'any');
}

async function fill(log: EventLog, streams: number, length: number, from = 0): Promise<void> {
  const queue = Array.from({ length: streams }, (_, index) => from + index)[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const stream of queue) for (let count = 0; count < length; count += 1) await append(log, stream);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Takes samples of each in turn, so that whatever else the machine does falls on all alike; their medians. */
async function sampleInTurn(works: readonly ((sample: number) => Promise<void>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work(sample);
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map((each) => each.sort((one, other) => one - other)[SAMPLES / 2] ?? NaN);
}
