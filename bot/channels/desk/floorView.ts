import type { Floor, FloorAgent, FloorRules } from '../../../services/desk/floor.js';
import { countLoads, isHeld, rankQueue } from '../../../services/desk/floorQueue.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import type { StaffAccount } from '../../../services/desk/accounts.js';
import type { AgentView, ChatHead, FloorView, PageWords } from './wire.js';

/** What the passenger said and the agent has not had on the screen. */
interface Unread {
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly since?: string;
}

export interface FloorViewParts {
  readonly floor: Floor;
  readonly now: Date;
  readonly rules: FloorRules;
  readonly silenceLimitSeconds: number;
  readonly describeTopic: (topic: string) => PageWords;
  readonly getUnread: (handoff: string) => Unread;
}

const NOTHING_UNREAD: Unread = { count: 0 };

/** What of the floor is the same for everybody who looks; made once for all of them. */
export interface SharedView {
  readonly queue: readonly ChatHead[];
  readonly held: readonly ChatHead[];
  readonly agents: readonly AgentView[];
  readonly now: string;
  readonly silenceLimitSeconds: number;
  readonly longWaitSeconds: number;
}

export function shareView(given: FloorViewParts): SharedView {
  const { floor, now, rules, silenceLimitSeconds } = given;
  const parts = { ...given, describeTopic: describeOnce(given.describeTopic) };
  const loads = countLoads(floor);
  return {
    queue: rankQueue(floor, now, rules).map((handoff) => describeChat(handoff, parts)),
    held: Object.values(floor.handoffs)
      .filter(isHeld)
      .sort((a, b) => (a.lease.since < b.lease.since ? -1 : 1))
      .map((handoff) => describeChat(handoff, parts)),
    agents: Object.values(floor.agents).map((agent) => describeAgent(agent, loads.get(agent.id) ?? 0)),
    now: now.toISOString(),
    silenceLimitSeconds,
    longWaitSeconds: rules.longWaitMs / 1000,
  };
}

/** Hundreds of chats are about a few topics. */
function describeOnce(describe: FloorViewParts['describeTopic']): FloorViewParts['describeTopic'] {
  const known = new Map<string, PageWords>();
  return (topic) => {
    const words = known.get(topic) ?? describe(topic);
    known.set(topic, words);
    return words;
  };
}

/** One agent's own view: what others hold is for supervisors. */
export function selectView(shared: SharedView, account: StaffAccount): FloorView {
  const { queue, held, agents, now, silenceLimitSeconds, longWaitSeconds } = shared;
  const isMine = ({ agent }: ChatHead): boolean => agent?.id === account.id;
  return {
    me: agents.find(({ id }) => id === account.id) ?? describeAbsent(account),
    queue,
    chats: held.filter(isMine),
    others: account.role === 'supervisor' ? held.filter((head) => !isMine(head)) : [],
    agents,
    now,
    silenceLimitSeconds,
    longWaitSeconds,
  };
}

/** A chat as lists show it. */
export function describeChat(
  handoff: Handoff,
  { floor, describeTopic, getUnread }: Pick<FloorViewParts, 'floor' | 'describeTopic' | 'getUnread'>,
): ChatHead {
  const { id, conversation, language, topic, skill, reason, priority, opened, atHead, lease } = handoff;
  const { count, since } = lease ? getUnread(id) : NOTHING_UNREAD;
  return {
    handoff: id,
    conversation,
    language,
    topic,
    topicWords: describeTopic(topic),
    ...(skill && { skill }),
    reason,
    priority,
    opened,
    atHead,
    ...(lease && {
      agent: { id: lease.agent, name: floor.agents[lease.agent]?.name ?? lease.agent },
      heldSince: lease.since,
    }),
    unread: count,
    ...(since !== undefined && { unreadSince: since }),
  };
}

export function describeAgent(agent: FloorAgent, load: number): AgentView {
  const { id, name, languages, skills, role, capacity, status, takesAssigned } = agent;
  return { id, name, languages, skills, role, capacity, status, takesAssigned, load };
}

/** Who is signed in and not on duty. */
export function describeAbsent({ id, name, languages, skills, role, capacity }: StaffAccount): AgentView {
  return { id, name, languages, skills, role, capacity, status: 'off', takesAssigned: false, load: 0 };
}
