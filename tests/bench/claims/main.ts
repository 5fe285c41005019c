import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { listClaimWords } from '../claimTalk.js';
import { learnFaq } from '../localDesk.js';
import { changeBytes, verifyAll } from './changeBytes.js';
import { inspectClaims } from './inspectClaims.js';
import { killFiling, type Filing } from './killFiling.js';

const KILLS = 40;
const MOST_NOTES = 12;
const LONGEST_WAIT_MS = 150;
const BYTES = 200;

/**
 * Kills the service at random moments while passengers file claims, and looks whether every claim is there once and
 * the log holds; then whether a changed byte is found.
 */
export async function run(): Promise<boolean> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'redeye-bench-'));
  try {
    await learnFaq(directory);
    const filing = await killFiling(directory, KILLS, () => ({
      notes: Math.floor(Math.random() * (MOST_NOTES + 1)),
      ms: Math.random() * LONGEST_WAIT_MS,
    }));
    const isComplete = await reportClaims(directory, filing);
    const verification = await verifyAll(directory);
    console.log(`verification: ${verification.lines.join('\n  ')}`);
    const missed = await changeBytes(directory, BYTES);
    console.log(
      `one byte changed, ${String(BYTES)} times: ${String(BYTES - missed.length)} times the event was named`,
    );
    for (const each of missed) console.log(`  ${each}`);
    return isComplete && verification.isWell && missed.length === 0;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function reportClaims(directory: string, filing: Filing): Promise<boolean> {
  const { stored, lost, twice } = await inspectClaims(directory, filing);
  const steps = listClaimWords(0).map((_words, step) => filing.killedAt.get(step) ?? 0);
  console.log(`kill -9, ${String(KILLS)} times, by the message of the conversation: ${steps.join(', ')}`);
  console.log(
    `${String(filing.acknowledged.size)} of ${String(filing.claims)} claims acknowledged, ${String(stored)} stored, ` +
      `${String(lost.length)} lost, ${String(twice.length)} filed twice`,
  );
  for (const each of [...lost, ...twice]) console.log(`  ${each}`);
  return lost.length + twice.length === 0;
}
