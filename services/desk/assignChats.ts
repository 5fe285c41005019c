import type { Floor, FloorAgent } from './floor.js';
import type { FloorEvent, TakeKind } from './floorEvent.js';
import type { FloorOccasion } from './floorOccasion.js';
import { compare, countLoads, fits, hasRoom, rankQueue } from './floorQueue.js';
import type { Handoff } from './handoff.js';

/** A lease with a token never used before. */
export function startLease(
  handoff: string,
  agent: string,
  kind: TakeKind,
  actor: string,
  { now, createId }: FloorOccasion,
): FloorEvent {
  const time = now.toISOString();
  const lease = { agent, token: createId(), since: time };
  return { type: 'chat-taken', time, actor, data: { handoff, lease, kind } };
}

/** Gives those who wait, in their order, to agents who take what they are assigned, as far as these have room. */
export function assignChats(floor: Floor, occasion: FloorOccasion): FloorEvent[] {
  const loads = countLoads(floor);
  const agents = Object.values(floor.agents).filter((agent) => agent.takesAssigned && hasRoom(agent, loads));
  if (agents.length === 0) return [];
  const isOnlyOne = Object.keys(floor.agents).length === 1;
  const events: FloorEvent[] = [];
  for (const handoff of rankQueue(floor, occasion.now, occasion.rules)) {
    const fitting = agents.filter(
      (agent) => fits(agent, handoff, loads) && (isOnlyOne || handoff.avoidedAgent !== agent.id),
    );
    const agent = chooseAgent(fitting, handoff, loads);
    if (!agent) continue;
    loads.set(agent.id, (loads.get(agent.id) ?? 0) + 1);
    events.push(startLease(handoff.id, agent.id, 'assigned', 'system', occasion));
  }
  return events;
}

/** Who knows the passenger; else who holds the fewest; else who was idle longest. */
function chooseAgent(
  agents: readonly FloorAgent[],
  handoff: Handoff,
  loads: ReadonlyMap<string, number>,
): FloorAgent | undefined {
  const isStranger = ({ id }: FloorAgent) => (id === handoff.preferredAgent ? 0 : 1);
  const getLoad = ({ id }: FloorAgent) => loads.get(id) ?? 0;
  return [...agents].sort(
    (a, b) =>
      isStranger(a) - isStranger(b) ||
      getLoad(a) - getLoad(b) ||
      compare(a.idleSince, b.idleSince) ||
      compare(a.id, b.id),
  )[0];
}
