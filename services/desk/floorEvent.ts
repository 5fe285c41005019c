import type { FloorAgent } from './floor.js';
import type { Disposition } from './floorCommand.js';
import type { Handoff, Lease, Priority, ReturnReason, Skill } from './handoff.js';

export const TAKE_KINDS = ['taken', 'assigned', 'transferred', 'taken-over'] as const;
/** How a chat came to its agent. */
export type TakeKind = (typeof TAKE_KINDS)[number];

/** What happened on the floor. JSON through and through; `time` is ISO 8601, UTC; `actor` as the event log has it. */
export type FloorEvent = { readonly time: string; readonly actor: string } & (
  | { readonly type: 'handoff-opened'; readonly data: { readonly handoff: Handoff } }
  /** The passenger asked again while the handoff was open: more urgent, or in another language. */
  | {
      readonly type: 'handoff-renewed';
      readonly data: { readonly handoff: string; readonly language: string; readonly priority: Priority };
    }
  /** The passenger left by themself. */
  | { readonly type: 'handoff-left'; readonly data: { readonly handoff: string } }
  /** From now on this lease's agent speaks, and nobody else. */
  | {
      readonly type: 'chat-taken';
      readonly data: { readonly handoff: string; readonly lease: Lease; readonly kind: TakeKind };
    }
  /** Back to the queue's head; nobody speaks for the desk until it is taken. */
  | {
      readonly type: 'chat-returned';
      readonly data: {
        readonly handoff: string;
        readonly reason: ReturnReason;
        /** Asked for from now on. */
        readonly skill?: Skill;
        readonly avoidedAgent?: string;
        readonly preferredAgent?: string;
      };
    }
  | {
      readonly type: 'chat-ended';
      readonly data: { readonly handoff: string; readonly disposition: Disposition };
    }
  /** Came on duty, or back with other settings. */
  | { readonly type: 'agent-arrived'; readonly data: { readonly agent: FloorAgent } }
  | {
      readonly type: 'agent-adjusted';
      readonly data: {
        readonly agent: string;
        readonly change: Partial<Pick<FloorAgent, 'status' | 'takesAssigned' | 'capacity'>>;
      };
    }
  /** Follows the returns of all they held. */
  | {
      readonly type: 'agent-departed';
      readonly data: { readonly agent: string; readonly reason: ReturnReason };
    }
  | { readonly type: 'passenger-told'; readonly data: { readonly notice: string } }
);
