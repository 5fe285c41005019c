import { z } from 'zod';

/** Who did something: the passenger, a named member of staff, the bot, or the clock and other machinery. */
export type Actor = `passenger:${string}` | `agent:${string}` | 'bot' | 'system';

export const actorSchema = z.custom<Actor>(
  (value) => typeof value === 'string' && /^(passenger:.+|agent:.+|bot|system)$/s.test(value),
  'an actor such as agent:li',
);

export function isPassenger(actor: Actor): boolean {
  return actor.startsWith('passenger:');
}
