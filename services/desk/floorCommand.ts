import type { FloorAgent } from './floor.js';
import type { Handoff, ReturnReason, Skill } from './handoff.js';

export const DISPOSITIONS = ['solved', 'case-opened', 'information', 'no-answer', 'other'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What somebody wants of the floor. Refused ones fail with a `desk.…` code; none is half done. */
export type FloorCommand =
  /** A passenger wants a person. One of a conversation that has an open handoff changes nothing. */
  | {
      readonly type: 'open';
      readonly handoff: Omit<Handoff, 'opened' | 'atHead' | 'preferredAgent' | 'avoidedAgent' | 'lease'>;
    }
  /** The passenger leaves the queue, or the talk. Nothing where none is open. */
  | { readonly type: 'leave'; readonly conversation: string }
  /** The next one that fits; a supervisor may name one. `desk.queue-empty`, `desk.full`, `desk.taken`, `desk.forbidden`. */
  | { readonly type: 'take'; readonly agent: string; readonly handoff?: string }
  /** A supervisor takes a held chat from its agent. */
  | { readonly type: 'take-over'; readonly agent: string; readonly handoff: string }
  /** The agent gives it back: to the queue's head, to a skill, or to a person with room. `token` must be the lease's. */
  | {
      readonly type: 'transfer';
      readonly handoff: string;
      readonly token: string;
      readonly to:
        | { readonly kind: 'queue' }
        | { readonly kind: 'skill'; readonly skill: Skill }
        | { readonly kind: 'agent'; readonly agent: string };
    }
  /** The agent was lost: back to the queue's head. Nothing where the lease is another one by now. */
  | {
      readonly type: 'return';
      readonly handoff: string;
      readonly token: string;
      readonly reason: ReturnReason;
    }
  | {
      readonly type: 'end';
      readonly handoff: string;
      readonly token: string;
      readonly disposition: Disposition;
    }
  /** Comes on duty, or comes back on another host: chats held stay theirs. */
  | { readonly type: 'arrive'; readonly agent: Omit<FloorAgent, 'idleSince'> }
  | {
      readonly type: 'adjust';
      readonly agent: string;
      readonly change: Partial<Pick<FloorAgent, 'status' | 'takesAssigned' | 'capacity'>>;
    }
  /** Goes off duty; what they held returns to the queue's head. `host`: only if they are still on that one. */
  | {
      readonly type: 'depart';
      readonly agent: string;
      readonly reason: Exclude<ReturnReason, 'by-agent' | 'silent'>;
      readonly host?: string;
    }
  /** The passenger was told. */
  | { readonly type: 'told'; readonly notice: string };
