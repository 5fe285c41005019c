import type { Actor } from './actor.js';
import { isPassenger } from './actor.js';
import { CaseRefused } from './caseRefused.js';

/** When and by whom something is decided. */
export interface Occasion {
  readonly now: Date;
  readonly actor: Actor;
}

/** The command of the clock: does whatever has become due. */
export interface PassTime {
  readonly type: 'pass-time';
}

/** What every event of this occasion carries. */
export function sign({ now, actor }: Occasion): { time: string; actor: Actor } {
  return { time: now.toISOString(), actor };
}

export function requireStaff({ actor }: Occasion): void {
  if (isPassenger(actor)) throw new CaseRefused('staff-only');
}

export function requirePassenger({ actor }: Occasion): void {
  if (!isPassenger(actor)) throw new CaseRefused('passenger-only');
}
