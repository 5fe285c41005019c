import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { crashRepeatedly } from '../../bot/storage/lowdb/crashes.js';
import { compareByLength, compareByStreams, type Comparison } from './appendCost.js';

const KILLS = 100;
const LONGEST_LIFE_MS = 400;

/** Kills a writing process at random moments, then measures whether an append's cost grows with what is stored. */
export async function run(): Promise<boolean> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'redeye-bench-'));
  try {
    const survives = await reportCrashes(path.join(directory, 'crashes'));
    const comparisons = [
      await compareByLength(path.join(directory, 'length')),
      await compareByStreams(path.join(directory, 'streams')),
    ];
    return comparisons.map(reportComparison).every(Boolean) && survives;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function reportCrashes(directory: string): Promise<boolean> {
  const { acknowledged, lost, torn, broken } = await crashRepeatedly(
    directory,
    KILLS,
    () => Math.random() * LONGEST_LIFE_MS,
  );
  console.log(
    `kill -9, ${String(KILLS)} times: ${String(acknowledged)} acknowledged appends, ${String(lost.length)} lost, ` +
      `${String(torn.length)} torn, ${String(broken.length)} broken chains`,
  );
  for (const each of [...lost, ...torn, ...broken]) console.log(`  ${each}`);
  return lost.length + torn.length + broken.length === 0;
}

function reportComparison({ name, few, many, limit }: Comparison): boolean {
  const ratio = many / few;
  console.log(
    `${name}: median ${few.toFixed(2)} ms and ${many.toFixed(2)} ms, ratio ${ratio.toFixed(2)} (limit ${String(limit)})`,
  );
  return ratio <= limit;
}
