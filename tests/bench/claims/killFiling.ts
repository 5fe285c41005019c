import { setTimeout } from 'node:timers/promises';
import { startChild } from '../../bot/storage/lowdb/child.js';
import type { Note, Place } from './note.js';

export interface Filing {
  /** References passengers have read, by the number of their claim. */
  readonly acknowledged: Map<number, Set<string>>;
  /** How often a process was killed at each message of the conversation; the last one files. */
  readonly killedAt: Map<number, number>;
  /** The claims begun are those before this number. */
  readonly claims: number;
}

const PASSENGER = new URL('./passenger.ts', import.meta.url);

/** Lets claims be filed, kills the process again and again, and in the end lets it finish the claim it is at. */
export async function killFiling(
  directory: string,
  times: number,
  chooseMoment: () => { notes: number; ms: number },
): Promise<Filing> {
  const acknowledged = new Map<number, Set<string>>();
  const killedAt = new Map<number, number>();
  let place: Place = { claim: 0, step: 0 };
  const hear = (line: string): void => {
    const note = JSON.parse(line) as Note;
    if ('sends' in note) place = note.sends;
    if ('reads' in note) {
      acknowledged.set(note.claim, (acknowledged.get(note.claim) ?? new Set()).add(note.reads));
    }
  };
  for (let life = 0; life < times; life += 1) {
    const child = startChild(PASSENGER, [directory, String(place.claim), String(place.step)]);
    hear(await child.nextLine());
    // Counted in messages first, so that a busy machine gets as far as an idle one.
    const { notes, ms } = chooseMoment();
    for (let heard = 0; heard < notes; heard += 1) hear(await child.nextLine());
    const killed = setTimeout(ms).then(() => child.kill());
    for await (const line of child.lines) hear(line);
    await killed;
    killedAt.set(place.step, (killedAt.get(place.step) ?? 0) + 1);
  }
  const last = startChild(PASSENGER, [directory, String(place.claim), String(place.step), 'once']);
  for await (const line of last.lines) hear(line);
  return { acknowledged, killedAt, claims: place.claim + 1 };
}
