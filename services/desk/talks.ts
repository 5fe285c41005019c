import type { Floor, TalkedHandoff } from './floor.js';
import { listHeldBy } from './floorQueue.js';

/** A talk an agent has work with: going on, or over for less than a day. */
export interface Talk {
  readonly handoff: TalkedHandoff;
  /** ISO 8601, UTC; absent while it goes on. */
  readonly ended?: string;
}

/** What an agent holds, then what they had last, the newest first. */
export function listTalks(floor: Floor, agent: string): Talk[] {
  const held = listHeldBy(floor, agent).map((handoff): Talk => ({ handoff }));
  const isHeld = (id: string) => held.some(({ handoff }) => handoff.id === id);
  const over = Object.values(floor.lastTalks).flatMap(({ agent: last, ended, handoff }): Talk[] =>
    last === agent && handoff && !isHeld(handoff.id) ? [{ handoff, ended }] : [],
  );
  return [...held, ...over.sort((one, other) => ((one.ended ?? '') < (other.ended ?? '') ? 1 : -1))];
}

/** A talk by its handoff, for whoever speaks with the passenger or was the last to. */
export function findTalk(floor: Floor, id: string, agent: string): TalkedHandoff | undefined {
  return listTalks(floor, agent).find(({ handoff }) => handoff.id === id)?.handoff;
}
