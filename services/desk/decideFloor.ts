import { RedeyeError } from '../errors.js';
import { assignChats, startLease } from './assignChats.js';
import { returnChat, transferChat } from './giveBack.js';
import { evolveFloor } from './evolveFloor.js';
import type { Floor, FloorAgent } from './floor.js';
import type { FloorCommand } from './floorCommand.js';
import type { FloorEvent } from './floorEvent.js';
import type { FloorOccasion } from './floorOccasion.js';
import {
  chooseNext,
  countLoads,
  findAgent,
  findHandoff,
  findLastTalk,
  findOpen,
  hasRoom,
  listHeldBy,
  rankQueue,
  type HeldHandoff,
} from './floorQueue.js';
import { PRIORITIES, type Handoff } from './handoff.js';

type Command<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;

/**
 * What a command makes of the floor, followed by the chats assigned because of it. Nothing where the command would
 * change nothing. Throws `desk.…` where it is refused.
 */
export function decideFloor(command: FloorCommand, floor: Floor, occasion: FloorOccasion): FloorEvent[] {
  const decided = decideCommand(command, floor, occasion);
  const after = decided.reduce(evolveFloor, floor);
  return [...decided, ...assignChats(after, occasion)];
}

function decideCommand(command: FloorCommand, floor: Floor, occasion: FloorOccasion): FloorEvent[] {
  const time = occasion.now.toISOString();
  switch (command.type) {
    case 'open':
      return openHandoff(command, floor, occasion);
    case 'leave': {
      const handoff = findOpen(floor, command.conversation);
      if (!handoff) return [];
      const actor = `passenger:${handoff.conversation}`;
      return [{ type: 'handoff-left', time, actor, data: { handoff: handoff.id } }];
    }
    case 'take':
      return takeChat(command, floor, occasion);
    case 'take-over':
      return takeOver(command, floor, occasion);
    case 'transfer':
      return transferChat(requireLease(floor, command), command.to, floor, occasion);
    case 'return': {
      const held = findLease(floor, command);
      return held ? returnChat(held, command.reason, floor, occasion) : [];
    }
    case 'end': {
      const { id, lease } = requireLease(floor, command);
      const data = { handoff: id, disposition: command.disposition };
      return [{ type: 'chat-ended', time, actor: `agent:${lease.agent}`, data }];
    }
    case 'arrive':
      return arrive(command.agent, floor, time);
    case 'adjust':
      return adjust(command, floor, time);
    case 'depart':
      return depart(command, floor, time);
    case 'told': {
      const data = { notice: command.notice };
      const isUntold = floor.untold.some(({ id }) => id === command.notice);
      return isUntold ? [{ type: 'passenger-told', time, actor: 'bot', data }] : [];
    }
  }
}

/** Asking again changes no place; it may make it more urgent, and the language is the one spoken now. */
function openHandoff({ handoff }: Command<'open'>, floor: Floor, occasion: FloorOccasion): FloorEvent[] {
  const time = occasion.now.toISOString();
  const actor = `passenger:${handoff.conversation}`;
  const open = findOpen(floor, handoff.conversation);
  if (open) {
    const { language } = handoff;
    const isRaised = PRIORITIES.indexOf(handoff.priority) < PRIORITIES.indexOf(open.priority);
    const priority = isRaised ? handoff.priority : open.priority;
    if (priority === open.priority && language === open.language) return [];
    return [{ type: 'handoff-renewed', time, actor, data: { handoff: open.id, language, priority } }];
  }
  const last = findLastTalk(floor, handoff.conversation);
  const isBack =
    last && occasion.now.getTime() - Date.parse(last.ended) <= occasion.rules.returnWithinMs
      ? last
      : undefined;
  const opened: Handoff = {
    ...handoff,
    opened: time,
    atHead: isBack !== undefined,
    ...(isBack && { preferredAgent: isBack.agent }),
  };
  const event: FloorEvent = { type: 'handoff-opened', time, actor, data: { handoff: opened } };
  const known = isBack && findAgent(floor, isBack.agent);
  if (!known || !hasRoom(known, countLoads(floor))) return [event];
  return [event, startLease(opened.id, known.id, 'assigned', 'system', occasion)];
}

function takeChat(command: Command<'take'>, floor: Floor, occasion: FloorOccasion): FloorEvent[] {
  const agent = requireAgent(floor, command.agent);
  const handoff =
    command.handoff === undefined
      ? chooseNext(rankQueue(floor, occasion.now, occasion.rules), agent)
      : requireNamed(floor, agent, command.handoff);
  if (handoff?.lease?.agent === agent.id) return [];
  if (handoff?.lease) throw new RedeyeError('desk.taken', handoff.id);
  requireRoom(floor, agent);
  if (!handoff) throw new RedeyeError('desk.queue-empty');
  return [startLease(handoff.id, agent.id, 'taken', `agent:${agent.id}`, occasion)];
}

function takeOver(command: Command<'take-over'>, floor: Floor, occasion: FloorOccasion): FloorEvent[] {
  const agent = requireAgent(floor, command.agent);
  const { id, lease } = requireNamed(floor, agent, command.handoff);
  if (lease?.agent === agent.id) return [];
  requireRoom(floor, agent);
  return [startLease(id, agent.id, lease ? 'taken-over' : 'taken', `agent:${agent.id}`, occasion)];
}

function arrive(arriving: Command<'arrive'>['agent'], floor: Floor, time: string): FloorEvent[] {
  const known = findAgent(floor, arriving.id);
  const load = countLoads(floor).get(arriving.id) ?? 0;
  const agent: FloorAgent = {
    ...arriving,
    capacity: Math.max(arriving.capacity, load),
    idleSince: known?.idleSince ?? time,
  };
  if (known && isSame(known, agent)) return [];
  return [{ type: 'agent-arrived', time, actor: `agent:${agent.id}`, data: { agent } }];
}

function isSame(known: FloorAgent, agent: FloorAgent): boolean {
  return Object.entries(agent).every(
    ([key, value]) => JSON.stringify(known[key as keyof FloorAgent]) === JSON.stringify(value),
  );
}

function adjust(command: Command<'adjust'>, floor: Floor, time: string): FloorEvent[] {
  const agent = requireAgent(floor, command.agent);
  const { status, takesAssigned, capacity } = command.change;
  const load = countLoads(floor).get(agent.id) ?? 0;
  if (capacity !== undefined && capacity < load) throw new RedeyeError('desk.full', agent.id);
  const change = {
    ...(status !== undefined && status !== agent.status && { status }),
    ...(takesAssigned !== undefined && takesAssigned !== agent.takesAssigned && { takesAssigned }),
    ...(capacity !== undefined && capacity !== agent.capacity && { capacity }),
  };
  if (Object.keys(change).length === 0) return [];
  return [{ type: 'agent-adjusted', time, actor: `agent:${agent.id}`, data: { agent: agent.id, change } }];
}

/** What they held goes back, and to them first should they come back soon. */
function depart(command: Command<'depart'>, floor: Floor, time: string): FloorEvent[] {
  const agent = findAgent(floor, command.agent);
  if (!agent || (command.host !== undefined && command.host !== agent.host)) return [];
  const { reason } = command;
  const actor = reason === 'signed-out' ? `agent:${agent.id}` : 'system';
  const returns = listHeldBy(floor, agent.id).map(({ id }): FloorEvent => {
    return { type: 'chat-returned', time, actor, data: { handoff: id, reason, preferredAgent: agent.id } };
  });
  return [...returns, { type: 'agent-departed', time, actor, data: { agent: agent.id, reason } }];
}

function findLease(floor: Floor, shown: { handoff: string; token: string }): HeldHandoff | undefined {
  const handoff = findHandoff(floor, shown.handoff);
  if (handoff?.lease?.token !== shown.token) return undefined;
  return { ...handoff, lease: handoff.lease };
}

/** The handoff of a lease that still holds. Throws `desk.lease-lost`, also where the talk is over. */
export function requireLease(floor: Floor, shown: { handoff: string; token: string }): HeldHandoff {
  const held = findLease(floor, shown);
  if (!held) throw new RedeyeError('desk.lease-lost', shown.handoff);
  return held;
}

function requireAgent(floor: Floor, id: string): FloorAgent {
  const agent = findAgent(floor, id);
  if (!agent) throw new RedeyeError('desk.absent', id);
  return agent;
}

function requireNamed(floor: Floor, agent: FloorAgent, id: string): Handoff {
  if (agent.role !== 'supervisor') throw new RedeyeError('desk.forbidden', agent.id);
  const handoff = findHandoff(floor, id);
  if (!handoff) throw new RedeyeError('desk.unknown', id);
  return handoff;
}

function requireRoom(floor: Floor, agent: FloorAgent): void {
  if ((countLoads(floor).get(agent.id) ?? 0) >= agent.capacity) throw new RedeyeError('desk.full', agent.id);
}
