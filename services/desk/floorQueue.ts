import type { Floor, FloorAgent, FloorRules } from './floor.js';
import type { Handoff } from './handoff.js';

/** A handoff somebody holds. */
export type HeldHandoff = Handoff & { readonly lease: NonNullable<Handoff['lease']> };

export function isHeld(handoff: Handoff): handoff is HeldHandoff {
  return handoff.lease !== undefined;
}

/** Ids come from pages too: one that is the name of something every object has is still unknown. */
export function findHandoff(floor: Floor, id: string): Handoff | undefined {
  return Object.hasOwn(floor.handoffs, id) ? floor.handoffs[id] : undefined;
}

export function findAgent(floor: Floor, id: string): FloorAgent | undefined {
  return Object.hasOwn(floor.agents, id) ? floor.agents[id] : undefined;
}

export function findOpen(floor: Floor, conversation: string): Handoff | undefined {
  return Object.values(floor.handoffs).find((handoff) => handoff.conversation === conversation);
}

/** When this wait began: at the opening, or where an agent was lost since, then. In milliseconds. */
export function getWaitingSince(floor: Floor, { opened, conversation }: Handoff): number {
  const lastTalk = findLastTalk(floor, conversation);
  return Math.max(Date.parse(opened), lastTalk ? Date.parse(lastTalk.ended) : 0);
}

export function findLastTalk(floor: Floor, conversation: string): Floor['lastTalks'][string] | undefined {
  return Object.hasOwn(floor.lastTalks, conversation) ? floor.lastTalks[conversation] : undefined;
}

export function listHeldBy(floor: Floor, agent: string): HeldHandoff[] {
  return Object.values(floor.handoffs)
    .filter(isHeld)
    .filter(({ lease }) => lease.agent === agent);
}

/** Chats held, by agent; who holds none is absent. */
export function countLoads(floor: Floor): Map<string, number> {
  const loads = new Map<string, number>();
  for (const { lease } of Object.values(floor.handoffs)) {
    if (lease) loads.set(lease.agent, (loads.get(lease.agent) ?? 0) + 1);
  }
  return loads;
}

/**
 * Those who wait, in the order in which they are served: emergencies; then those who lost their agent or came back;
 * then special assistance and whoever waits long; then the rest. Among equals who asked first.
 */
export function rankQueue(
  floor: Floor,
  now: Date,
  { longWaitMs }: Pick<FloorRules, 'longWaitMs'>,
): Handoff[] {
  const longSince = now.getTime() - longWaitMs;
  return Object.values(floor.handoffs)
    .filter((handoff) => !isHeld(handoff))
    .map((handoff) => ({ handoff, tier: chooseTier(handoff, longSince) }))
    .sort(
      (a, b) =>
        a.tier - b.tier || compare(a.handoff.opened, b.handoff.opened) || compare(a.handoff.id, b.handoff.id),
    )
    .map(({ handoff }) => handoff);
}

function chooseTier({ priority, atHead, opened }: Handoff, longSince: number): number {
  if (priority === 'emergency') return 0;
  if (atHead) return 1;
  return priority === 'assistance' || Date.parse(opened) < longSince ? 2 : 3;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the agent reads the passenger's language; who reads `zh` reads both kinds of Chinese. */
function readsLanguage(agent: FloorAgent, { language }: Handoff): boolean {
  return agent.languages.includes(language.split('-')[0] ?? language);
}

/** Whether this agent is the right one, busy or not. Supervisors have every skill; an emergency is for anybody. */
function suits(agent: FloorAgent, handoff: Handoff): boolean {
  if (handoff.priority === 'emergency') return true;
  const skilled =
    handoff.skill === undefined || agent.role === 'supervisor' || agent.skills.includes(handoff.skill);
  return skilled && readsLanguage(agent, handoff);
}

/** Whether the agent can take new chats without being asked: there, not away, with room. */
export function hasRoom(agent: FloorAgent, loads: ReadonlyMap<string, number>): boolean {
  return agent.status === 'available' && (loads.get(agent.id) ?? 0) < agent.capacity;
}

/** Whether a chat can go to this agent now. */
export function fits(agent: FloorAgent, handoff: Handoff, loads: ReadonlyMap<string, number>): boolean {
  return hasRoom(agent, loads) && suits(agent, handoff);
}

/**
 * The one an agent gets who asks for the next: the first that suits, and was not just given back by this agent; else
 * the first that suits; else the first in a language the agent reads; else the head. Emergencies come first for all.
 */
export function chooseNext(queue: readonly Handoff[], agent: FloorAgent): Handoff | undefined {
  const isFresh = ({ priority, avoidedAgent }: Handoff) =>
    priority === 'emergency' || avoidedAgent !== agent.id;
  return (
    queue.find((handoff) => suits(agent, handoff) && isFresh(handoff)) ??
    queue.find((handoff) => suits(agent, handoff)) ??
    queue.find((handoff) => readsLanguage(agent, handoff)) ??
    queue[0]
  );
}
