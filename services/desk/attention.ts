import type { Floor } from './floor.js';
import type { FloorCommand } from './floorCommand.js';
import { isHeld, type HeldHandoff } from './floorQueue.js';

/** More than this many unread ones of a chat are kept as the last of them. */
const MOST_UNREAD = 50;

/** Something the passenger said that was not on the agent's screen yet. */
interface Unread {
  /** Rising within a conversation. */
  readonly position: number;
  readonly at: Date;
}

/** What is known of one lease. */
interface ChatAttention {
  /** Everything up to here was on the screen; absent: the chat was never opened. */
  readonly read?: number;
  /** Oldest first. */
  readonly unread: readonly Unread[];
}

/**
 * Whether agents are connected and have seen what passengers said, as one process knows it of its own agents. Kept in
 * memory only: what is not known counts as not seen since the process began, so that a restart hides nobody.
 */
export interface Attention {
  readonly began: Date;
  readonly connections: ReadonlyMap<string, { readonly isConnected: boolean; readonly since: Date }>;
  /** By the lease's token: whoever has a chat next has read nothing of it. */
  readonly chats: ReadonlyMap<string, ChatAttention>;
}

export interface AttentionLimits {
  /** How long a lost connection may take to come back. */
  readonly graceMs: number;
  /** How long something a passenger said may stay unread. */
  readonly silenceMs: number;
}

export function beginAttention(began: Date): Attention {
  return { began, connections: new Map(), chats: new Map() };
}

/** The agent's page is connected (one of them, where there are several). */
export function noteConnected(attention: Attention, agent: string, now: Date): Attention {
  return noteConnection(attention, agent, true, now);
}

/** The agent's last page is gone. */
export function noteDisconnected(attention: Attention, agent: string, now: Date): Attention {
  return noteConnection(attention, agent, false, now);
}

/** The passenger of this lease's chat said something. */
export function noteSaid(attention: Attention, token: string, position: number, now: Date): Attention {
  const chat = attention.chats.get(token) ?? { unread: [] };
  if (chat.read !== undefined && position <= chat.read) return attention;
  const last = chat.unread.at(-1);
  if (last && position <= last.position) return attention;
  const isFull = chat.unread.length >= MOST_UNREAD;
  const unread =
    last && isFull
      ? [...chat.unread.slice(0, -1), { ...last, position }]
      : [...chat.unread, { position, at: now }];
  return putChat(attention, token, { ...chat, unread });
}

/** Everything up to `position` was on the agent's screen. */
export function noteRead(attention: Attention, token: string, position: number): Attention {
  const chat = attention.chats.get(token) ?? { unread: [] };
  const read = Math.max(position, chat.read ?? position);
  return putChat(attention, token, { read, unread: chat.unread.filter((each) => each.position > read) });
}

/** The agent said something, at `position`: whatever came before was seen. */
export function noteAnswered(attention: Attention, token: string, position: number): Attention {
  return noteRead(attention, token, position);
}

/** Forgets leases that are no more, and agents who are neither on the floor nor connected. */
export function forgetGone(attention: Attention, floor: Floor): Attention {
  const tokens = new Set(Object.values(floor.handoffs).map(({ lease }) => lease?.token));
  const chats = [...attention.chats].filter(([token]) => tokens.has(token));
  const connections = [...attention.connections].filter(
    ([agent, { isConnected }]) => isConnected || Object.hasOwn(floor.agents, agent),
  );
  return { ...attention, chats: new Map(chats), connections: new Map(connections) };
}

/** Since when a held chat has something its agent has not seen; undefined where they have seen all. */
export function findUnreadSince(attention: Attention, { lease }: HeldHandoff): Date | undefined {
  const chat = attention.chats.get(lease.token);
  if (chat?.read !== undefined) return chat.unread[0]?.at;
  const since = new Date(lease.since);
  return since > attention.began ? since : attention.began;
}

/** How many things said the agent has not seen, as far as is known. */
export function countUnread(attention: Attention, { lease }: HeldHandoff): number {
  return attention.chats.get(lease.token)?.unread.length ?? 0;
}

/**
 * What has to be done about this host's agents: those whose connection did not come back depart, and chats they leave
 * unread return. Who reads and has not answered yet is not silent. A clock that was put back counts as one put forward:
 * rather a chat too many comes back than one is never looked at.
 */
export function findOverdue(
  attention: Attention,
  floor: Floor,
  host: string,
  now: Date,
  { graceMs, silenceMs }: AttentionLimits,
): FloorCommand[] {
  const isOver = (since: Date, limitMs: number) => Math.abs(now.getTime() - since.getTime()) > limitMs;
  const agents = Object.values(floor.agents).filter((agent) => agent.host === host);
  const lost = agents.filter(({ id }) => {
    const connection = attention.connections.get(id);
    return !connection?.isConnected && isOver(connection?.since ?? attention.began, graceMs);
  });
  const present = new Set(agents.filter((agent) => !lost.includes(agent)).map(({ id }) => id));
  const silent = Object.values(floor.handoffs)
    .filter(isHeld)
    .filter(({ lease }) => present.has(lease.agent))
    .filter(({ lease }) => {
      const chat = attention.chats.get(lease.token);
      if (chat?.read !== undefined) return chat.unread[0] && isOver(chat.unread[0].at, silenceMs);
      // Of the two moments the nearer: with the clock put back, either may lie ahead for hours.
      return isOver(new Date(lease.since), silenceMs) && isOver(attention.began, silenceMs);
    });
  return [
    ...lost.map(({ id }) => ({ type: 'depart', agent: id, reason: 'disconnected', host }) as const),
    ...silent.map(
      ({ id, lease }) => ({ type: 'return', handoff: id, token: lease.token, reason: 'silent' }) as const,
    ),
  ];
}

function noteConnection(attention: Attention, agent: string, isConnected: boolean, now: Date): Attention {
  const known = attention.connections.get(agent);
  if (known?.isConnected === isConnected) return attention;
  return {
    ...attention,
    connections: new Map(attention.connections).set(agent, { isConnected, since: now }),
  };
}

function putChat(attention: Attention, token: string, chat: ChatAttention): Attention {
  return { ...attention, chats: new Map(attention.chats).set(token, chat) };
}
