import type { Handoff, ReturnReason, Skill } from './handoff.js';

/** A person at the desk. */
export interface FloorAgent {
  readonly id: string;
  /** As the passenger reads it. */
  readonly name: string;
  /** `en`, `zh`: what they read and write. */
  readonly languages: readonly string[];
  readonly skills: readonly Skill[];
  readonly role: 'agent' | 'supervisor';
  /** How many chats at a time. */
  readonly capacity: number;
  /** `away`: keeps the chats held, gets no new ones. */
  readonly status: 'available' | 'away';
  /** Gets chats assigned without asking for them. */
  readonly takesAssigned: boolean;
  /** The process that holds the agent's connection. */
  readonly host: string;
  /** ISO 8601, UTC: when they came; then when they last took a chat. */
  readonly idleSince: string;
}

/** What a passenger has to be told, and has not been yet. */
export interface FloorNotice {
  /** The same however often it is tried. */
  readonly id: string;
  readonly kind: 'joined' | 'changed' | 'returned' | 'ended';
  /** As it was then: the handoff may be over. */
  readonly handoff: Handoff;
  /** Who joined or left, as the passenger reads it. */
  readonly agentName: string;
  /** With `returned`: why. */
  readonly reason?: ReturnReason;
}

/** Who spoke with a passenger last, and until when (ISO 8601, UTC). */
export interface LastTalk {
  readonly agent: string;
  readonly ended: string;
  /** As it was then; absent where it ended before this was kept. */
  readonly handoff?: TalkedHandoff;
}

/** What of a handoff the agent's work after the talk needs. */
export type TalkedHandoff = Pick<
  Handoff,
  'id' | 'conversation' | 'reference' | 'language' | 'topic' | 'skill' | 'priority'
>;

/** Everything about who waits, who speaks and who is there. JSON through and through. */
export interface Floor {
  /** Open ones, by id. */
  readonly handoffs: Readonly<Record<string, Handoff>>;
  /** On duty, by id. */
  readonly agents: Readonly<Record<string, FloorAgent>>;
  /** By conversation; kept for a day. */
  readonly lastTalks: Readonly<Record<string, LastTalk>>;
  /** Takes of the last hour: when, and how long the passenger had waited. */
  readonly takes: readonly { readonly at: string; readonly waitedMs: number }[];
  readonly untold: readonly FloorNotice[];
  /** Counts events; makes ids of notices. */
  readonly count: number;
}

/** What may differ from airline to airline. */
export interface FloorRules {
  /** From then on a waiting passenger is served beside those who need special assistance. */
  readonly longWaitMs: number;
  /** How long a passenger who comes back reaches the same agent. */
  readonly returnWithinMs: number;
}

export const EMPTY_FLOOR: Floor = {
  handoffs: {},
  agents: {},
  lastTalks: {},
  takes: [],
  untold: [],
  count: 0,
};
