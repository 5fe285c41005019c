import type { Floor, FloorNotice, LastTalk } from './floor.js';
import type { FloorEvent } from './floorEvent.js';
import { findAgent, findHandoff, getWaitingSince } from './floorQueue.js';
import type { Handoff } from './handoff.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The floor after an event. Of one that is about nothing on this floor only the count is changed. */
export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  return { ...apply(floor, event), count: floor.count + 1 };
}

function apply(floor: Floor, event: FloorEvent): Floor {
  switch (event.type) {
    case 'handoff-opened':
      return forgetOld(putHandoff(floor, event.data.handoff), event.time);
    case 'agent-arrived':
      return { ...floor, agents: { ...floor.agents, [event.data.agent.id]: event.data.agent } };
    case 'agent-adjusted': {
      const agent = findAgent(floor, event.data.agent);
      if (!agent) return floor;
      return { ...floor, agents: { ...floor.agents, [agent.id]: { ...agent, ...event.data.change } } };
    }
    case 'agent-departed':
      return { ...floor, agents: omit(floor.agents, event.data.agent) };
    case 'passenger-told':
      return { ...floor, untold: floor.untold.filter(({ id }) => id !== event.data.notice) };
    case 'handoff-renewed':
    case 'handoff-left':
    case 'chat-taken':
    case 'chat-returned':
    case 'chat-ended': {
      const handoff = findHandoff(floor, event.data.handoff);
      return handoff ? applyToHandoff(floor, handoff, event) : floor;
    }
  }
}

type HandoffEvent = Extract<FloorEvent, { data: { handoff: string } }>;

function applyToHandoff(floor: Floor, handoff: Handoff, event: HandoffEvent): Floor {
  switch (event.type) {
    case 'handoff-renewed': {
      const { language, priority } = event.data;
      return putHandoff(floor, { ...handoff, language, priority });
    }
    case 'handoff-left': {
      // Whoever went by themself need not hear any more of it.
      const untold = floor.untold.filter((notice) => notice.handoff.id !== handoff.id);
      return {
        ...closeLease(floor, handoff, event.time),
        handoffs: omit(floor.handoffs, handoff.id),
        untold,
      };
    }
    case 'chat-taken':
      return takeChat(floor, handoff, event);
    case 'chat-returned': {
      const { reason, skill, avoidedAgent, preferredAgent } = event.data;
      const waiting: Handoff = {
        ...stripLease(handoff),
        atHead: true,
        ...(skill !== undefined && { skill }),
        ...(avoidedAgent !== undefined && { avoidedAgent }),
        ...(preferredAgent !== undefined && { preferredAgent }),
      };
      const closed = putHandoff(closeLease(floor, handoff, event.time), waiting);
      return addNotice(closed, 'returned', waiting, getAgentName(floor, handoff), reason);
    }
    case 'chat-ended': {
      const closed = closeLease(floor, handoff, event.time);
      const without = { ...closed, handoffs: omit(floor.handoffs, handoff.id) };
      return addNotice(without, 'ended', handoff, getAgentName(floor, handoff));
    }
  }
}

function takeChat(
  floor: Floor,
  handoff: Handoff,
  { time, data: { lease, kind } }: Extract<FloorEvent, { type: 'chat-taken' }>,
): Floor {
  const held = { ...handoff, lease };
  const agent = findAgent(floor, lease.agent);
  const agents = agent ? { ...floor.agents, [agent.id]: { ...agent, idleSince: time } } : floor.agents;
  const fromQueue = kind === 'taken' || kind === 'assigned';
  const waitedMs = Math.max(0, Date.parse(time) - getWaitingSince(floor, handoff));
  const takes = fromQueue ? [...floor.takes, { at: time, waitedMs }] : floor.takes;
  const taken = putHandoff({ ...closeLease(floor, handoff, time), agents, takes }, held);
  return addNotice(taken, fromQueue ? 'joined' : 'changed', held, agent?.name ?? lease.agent);
}

/** Remembers who spoke last; nothing where nobody holds the chat. */
function closeLease(floor: Floor, handoff: Handoff, time: string): Floor {
  const { id, conversation, reference, language, topic, skill, priority, lease } = handoff;
  if (!lease) return forgetOld(floor, time);
  const talked = { id, conversation, reference, language, topic, ...(skill && { skill }), priority };
  const lastTalk: LastTalk = { agent: lease.agent, ended: time, handoff: talked };
  const lastTalks = { ...floor.lastTalks, [conversation]: lastTalk };
  return forgetOld({ ...floor, lastTalks }, time);
}

function addNotice(
  floor: Floor,
  kind: FloorNotice['kind'],
  handoff: Handoff,
  agentName: string,
  reason?: FloorNotice['reason'],
): Floor {
  const id = `${handoff.id}-${String(floor.count + 1)}`;
  const notice = { id, kind, handoff, agentName, ...(reason !== undefined && { reason }) };
  return { ...floor, untold: [...floor.untold, notice] };
}

function getAgentName(floor: Floor, { lease }: Handoff): string {
  if (!lease) return '';
  return findAgent(floor, lease.agent)?.name ?? lease.agent;
}

function stripLease(handoff: Handoff): Handoff {
  const stripped: { -readonly [K in keyof Handoff]: Handoff[K] } = { ...handoff };
  delete stripped.lease;
  delete stripped.avoidedAgent;
  return stripped;
}

function putHandoff(floor: Floor, handoff: Handoff): Floor {
  return { ...floor, handoffs: { ...floor.handoffs, [handoff.id]: handoff } };
}

/** Also what a clock that ran ahead dated into the future goes, once that is as far off. */
function forgetOld(floor: Floor, time: string): Floor {
  const now = Date.parse(time);
  const isNear = (moment: string, limitMs: number) => Math.abs(now - Date.parse(moment)) <= limitMs;
  const talks = Object.entries(floor.lastTalks);
  const recentTalks = talks.filter(([, { ended }]) => isNear(ended, DAY_MS));
  const takes = floor.takes.filter(({ at }) => isNear(at, HOUR_MS));
  if (recentTalks.length === talks.length && takes.length === floor.takes.length) return floor;
  return { ...floor, lastTalks: Object.fromEntries(recentTalks), takes };
}

function omit<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
