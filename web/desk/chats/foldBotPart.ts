import type { Entry } from '../../../bot/channels/desk/wire.js';

/**
 * Where the part to be read begins: with what the passenger said last before an agent came. All before is the talk with
 * the bot; an earlier agent's part is never folded.
 */
export function findTurnToAgent(entries: readonly Entry[], heldSince: string | undefined): number {
  const byAgent = entries.findIndex(({ from }) => from === 'agent');
  const byHold = heldSince === undefined ? -1 : entries.findIndex(({ at }) => at >= heldSince);
  const turns = [byAgent, byHold].filter((index) => index >= 0);
  const turn = turns.length > 0 ? Math.min(...turns) : entries.length;
  for (let index = turn - 1; index >= 0; index -= 1) {
    if (entries[index]?.from === 'passenger') return index;
  }
  return 0;
}
