import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import { systemClock } from '../../../services/clock.js';
import { FileSource } from '../../../services/flights/fileSource.js';

const LINES = 100_000;
// The heap as it stands, with what was not collected yet: about twice what is kept.
const LIMITS = { loadMs: 10_000, blockedMs: 200, heapMb: 400, findUs: 1_000 };
const AIRPORTS = ['HKG', 'SGN', 'PVG', 'PEK', 'SIN', 'LHR', 'JFK', 'CAN', 'TFU', 'NRT'];

/** Loads a file of 100,000 flights and prints what that takes: time, the longest block of the event loop, memory. */
export async function run(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'flights-bench-'));
  const file = join(folder, 'flights.jsonl');
  try {
    await writeFlights(file);
    return report(await measure(file));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(file: string): Promise<typeof LIMITS> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const heapBefore = process.memoryUsage().heapUsed;
  delay.enable();
  const start = performance.now();
  const source = new FileSource(file, systemClock, { warn: console.warn });
  const found = await source.find({ flight: 'MU2', date: '2026-11-01' });
  const loadMs = performance.now() - start;
  delay.disable();
  if (found.length !== 1) throw new Error('a flight of the file was not found');
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  const findStart = performance.now();
  for (let index = 0; index < 1000; index += 1) {
    await source.find({ flight: `CX${1 + 4 * index}`, date: '2026-11-05' });
  }
  const findUs = performance.now() - findStart;
  await source.close();
  return { loadMs, blockedMs: delay.max / 1e6, heapMb, findUs };
}

function report(figures: typeof LIMITS): boolean {
  let withinLimits = true;
  for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    withinLimits &&= figures[name] <= LIMITS[name];
    console.log(`${name.padEnd(10)} ${figures[name].toFixed(0).padStart(6)}   (limit ${LIMITS[name]})`);
  }
  return withinLimits;
}

async function writeFlights(file: string): Promise<void> {
  const stream = createWriteStream(file);
  for (let index = 0; index < LINES; index += 1) stream.write(`${JSON.stringify(createLine(index))}\n`);
  stream.end();
  await finished(stream);
}

function createLine(index: number): object {
  const number = 1 + (index % 5000);
  const date = `2026-11-${String(1 + Math.floor(index / 5000)).padStart(2, '0')}`;
  return {
    flight: `${['CX', 'MU', 'CA', 'RE'][index % 4]}${number}`,
    codeshares: index % 3 ? [] : [`QF${1000 + (number % 9000)}`],
    date,
    origin: AIRPORTS[index % 10],
    destination: AIRPORTS[(index + 1 + (Math.floor(index / 10) % 9)) % 10],
    scheduledDeparture: `${date}T22:40+08:00`,
    estimatedDeparture: null,
    actualDeparture: `${date}T22:32+08:00`,
    scheduledArrival: `${date}T23:50+08:00`,
    estimatedArrival: null,
    actualArrival: null,
    status: 'departed',
    terminal: 'T1',
    gate: String(index % 70),
    belt: null,
    reason: null,
    updated: `${date}T22:40+08:00`,
  };
}
