import { RedeyeError } from '../errors.js';
import { startLease } from './assignChats.js';
import type { Floor } from './floor.js';
import type { FloorCommand } from './floorCommand.js';
import type { FloorEvent } from './floorEvent.js';
import type { FloorOccasion } from './floorOccasion.js';
import { countLoads, findAgent, type HeldHandoff } from './floorQueue.js';
import type { ReturnReason, Skill } from './handoff.js';

type Destination = Extract<FloorCommand, { type: 'transfer' }>['to'];

/**
 * Back to the queue, and not at once to the same agent. Whoever fell silent is marked away: else the room that became
 * free would bring them the next passenger to wait unseen.
 */
export function returnChat(
  held: HeldHandoff,
  reason: ReturnReason,
  floor: Floor,
  occasion: FloorOccasion,
): FloorEvent[] {
  const returned = describeReturn(held, reason, occasion);
  const agent = findAgent(floor, held.lease.agent);
  if (reason !== 'silent' || agent?.status !== 'available') return [returned];
  const data = { agent: agent.id, change: { status: 'away' as const } };
  return [returned, { type: 'agent-adjusted', time: returned.time, actor: 'system', data }];
}

/** Hands a chat on. A person must be there (`desk.absent`) and have room (`desk.full`). */
export function transferChat(
  held: HeldHandoff,
  to: Destination,
  floor: Floor,
  occasion: FloorOccasion,
): FloorEvent[] {
  if (to.kind === 'queue') return [describeReturn(held, 'by-agent', occasion)];
  if (to.kind === 'skill') return [describeReturn(held, 'by-agent', occasion, to.skill)];
  if (to.agent === held.lease.agent) return [];
  const receiver = findAgent(floor, to.agent);
  if (receiver?.status !== 'available') throw new RedeyeError('desk.absent', to.agent);
  const load = countLoads(floor).get(receiver.id) ?? 0;
  if (load >= receiver.capacity) throw new RedeyeError('desk.full', receiver.id);
  return [startLease(held.id, receiver.id, 'transferred', `agent:${held.lease.agent}`, occasion)];
}

function describeReturn(
  { id, lease }: HeldHandoff,
  reason: ReturnReason,
  { now }: FloorOccasion,
  skill?: Skill,
): FloorEvent {
  const actor = reason === 'by-agent' || reason === 'signed-out' ? `agent:${lease.agent}` : 'system';
  const data = { handoff: id, reason, ...(skill !== undefined && { skill }), avoidedAgent: lease.agent };
  return { type: 'chat-returned', time: now.toISOString(), actor, data };
}
