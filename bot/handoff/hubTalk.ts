import type { FloorNotice } from '../../services/desk/floor.js';
import type { Handoff } from '../../services/desk/handoff.js';
import type { Standing } from '../../services/desk/handoffs.js';
import type { HubAgent, HubLoad } from './hub.js';
import type { HubEvent } from './hubEvent.js';

/** What the passenger has to be told; `failed`: no person comes after all. */
export interface HubNotice extends Omit<FloorNotice, 'kind'> {
  readonly kind: FloorNotice['kind'] | 'failed';
}

/** The latest handoff of a conversation. */
export interface HubTalk {
  readonly handoff: Handoff;
  /** `unanswered`: the hub may know of it or not. */
  readonly phase: 'opening' | 'unanswered' | 'waiting' | 'held' | 'ended';
  /** Its name at the hub. */
  readonly place?: string;
  /** When it was opened; 1: next. */
  readonly position: number;
  /** Up to here in the conversation's record the hub's agents have what was said. */
  readonly briefedUpTo: number;
  /** Who speaks, or spoke last. */
  readonly agent?: HubAgent;
  readonly ended?: { readonly by: 'agent' | 'passenger' | 'hub'; readonly at: string } | undefined;
  /** The hub does not know yet that the passenger went away. */
  readonly owesFarewell?: boolean;
  /** The hub's names of what agents said and the passenger was told. */
  readonly spoken: readonly string[];
  /** Of this conversation, in their order. */
  readonly untold: readonly HubNotice[];
  /** Counts events; makes ids of notices. */
  readonly count: number;
}

export function evolveTalk(talk: HubTalk | undefined, event: HubEvent): HubTalk | undefined {
  if (event.type === 'handoff-requested') return beginTalk(talk, event.handoff);
  return talk && evolveOpen({ ...talk, count: talk.count + 1 }, event);
}

export function isOpen(talk: HubTalk | undefined): talk is HubTalk & { readonly phase: 'waiting' | 'held' } {
  return talk?.phase === 'waiting' || talk?.phase === 'held';
}

/** Some hubs do not tell how many wait. */
type KnownLoad = Pick<HubLoad, 'staffing'> & Partial<Pick<HubLoad, 'waiting'>>;

/** Where the passenger stands, as far as the hub's reports tell. A place in line is never told worse than before. */
export function describeStanding(talk: HubTalk | undefined, load: KnownLoad): Standing {
  if (!isOpen(talk)) return { kind: 'none', staffing: load.staffing };
  const handoff = talk.handoff.id;
  if (talk.phase === 'held') return { kind: 'held', handoff, agentName: talk.agent?.name ?? '' };
  const { staffing, waiting } = load;
  if (waiting === undefined) return { kind: 'waiting', handoff, staffing };
  return { kind: 'waiting', handoff, position: Math.max(1, Math.min(talk.position, waiting)), staffing };
}

function beginTalk(talk: HubTalk | undefined, handoff: Handoff): HubTalk {
  const { untold = [], count = 0 } = talk ?? {};
  return { handoff, phase: 'opening', position: 1, briefedUpTo: 0, spoken: [], untold, count: count + 1 };
}

function evolveOpen(talk: HubTalk, event: Exclude<HubEvent, { type: 'handoff-requested' }>): HubTalk {
  switch (event.type) {
    case 'handoff-opened': {
      const { place, position } = event;
      // An agent may have been quicker than the answer to the request.
      const isNew = talk.phase === 'opening' || talk.phase === 'unanswered';
      return { ...talk, place, position, phase: isNew ? 'waiting' : talk.phase };
    }
    case 'hub-briefed':
      return { ...talk, briefedUpTo: event.upTo };
    case 'handoff-unanswered':
      return talk.phase === 'opening' ? { ...talk, phase: 'unanswered' } : talk;
    case 'agent-joined': {
      const kind = talk.phase === 'held' ? 'changed' : 'joined';
      const { agent, place } = event;
      return addNotice({ ...talk, phase: 'held', agent, place, ended: undefined }, kind, agent.name);
    }
    case 'agent-left': {
      const { agent, ...rest } = talk;
      return addNotice({ ...rest, phase: 'waiting', position: 1 }, 'returned', agent?.name ?? '');
    }
    case 'agent-spoke':
      return { ...talk, spoken: [...talk.spoken, event.message] };
    case 'handoff-ended':
      return endTalk(talk, event);
    case 'hub-told':
      return { ...talk, owesFarewell: false };
    case 'passenger-told':
      return { ...talk, untold: talk.untold.filter(({ id }) => id !== event.notice) };
  }
}

/** Passengers who went by themselves need no news of it, nor of what came before. */
function endTalk(talk: HubTalk, { by, at }: Extract<HubEvent, { type: 'handoff-ended' }>): HubTalk {
  const ended: HubTalk = { ...talk, phase: 'ended', ended: { by, at } };
  if (by === 'passenger') return { ...ended, untold: [], owesFarewell: true };
  const wasServed = talk.phase === 'held' && by === 'agent';
  return addNotice(ended, wasServed ? 'ended' : 'failed', talk.agent?.name ?? '');
}

function addNotice(talk: HubTalk, kind: HubNotice['kind'], agentName: string): HubTalk {
  const id = `${talk.handoff.id} ${String(talk.count)}`;
  return { ...talk, untold: [...talk.untold, { id, kind, handoff: talk.handoff, agentName }] };
}
