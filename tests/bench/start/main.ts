import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { median } from '../median.js';
import { measureStart, type Start } from './measureStart.js';

const LATER_STARTS = 5;
const LIMITS = { seconds: 3, megabytes: 300 };
const packageFile = new URL('../../../package.json', import.meta.url);

/** How long `npm start` takes until a passenger has the first answer, and the memory it then holds. */
export async function run(): Promise<boolean> {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(await readFile(packageFile, 'utf8')));
  const directory = await mkdtemp(path.join(os.tmpdir(), 'redeye-bench-'));
  try {
    report('first start, the FAQ is learnt', [await measureStart(scripts.start, directory)]);
    const later: Start[] = [];
    for (let time = 0; time < LATER_STARTS; time += 1)
      later.push(await measureStart(scripts.start, directory));
    const { seconds, megabytes } = report(`median of ${String(LATER_STARTS)} later starts`, later);
    console.log(`limits: ${String(LIMITS.seconds)} s, ${String(LIMITS.megabytes)} MB`);
    return seconds <= LIMITS.seconds && megabytes <= LIMITS.megabytes;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function report(name: string, starts: readonly Start[]): Start {
  const seconds = median(starts.map((start) => start.seconds));
  const megabytes = median(starts.map((start) => start.megabytes));
  const each = starts
    .map((start) => `${start.seconds.toFixed(2)} s ${start.megabytes.toFixed(0)} MB`)
    .join(', ');
  console.log(
    `${name}: ${seconds.toFixed(2)} s to the first answer, then ${megabytes.toFixed(0)} MB (${each})`,
  );
  return { seconds, megabytes };
}
