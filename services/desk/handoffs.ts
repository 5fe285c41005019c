import type { Json } from '../eventLog.js';
import type { HandoffReason, Priority } from './handoff.js';

/** A passenger's wish for a person. */
export interface HandoffRequest {
  readonly conversation: string;
  readonly reference: Json;
  readonly language: string;
  /** The route spoken of last. */
  readonly topic: string;
  readonly reason: HandoffReason;
  readonly priority: Priority;
}

/**
 * Whether anybody could take a passenger now. `busy`: agents are there, all with as many chats as they take; `unknown`:
 * the desk does not tell.
 */
export type Staffing = 'none' | 'busy' | 'free' | 'unknown';

/** Where a passenger stands. */
export type Standing =
  | { readonly kind: 'none'; readonly staffing: Staffing }
  | {
      readonly kind: 'waiting';
      readonly handoff: string;
      /** 1: next; absent where the desk does not tell. */
      readonly position?: number;
      /** From what the last hour really took; absent when it does not tell. */
      readonly expectedMinutes?: number;
      readonly staffing: Staffing;
    }
  | { readonly kind: 'held'; readonly handoff: string; readonly agentName: string };

/** How the bot brings a person in. The desk of this service stands behind it, or an airline's other one. */
export interface Handoffs {
  /** Puts the passenger in the queue, or finds them there and lets them be served as urgently as now asked. Fails with `desk.unreachable` where the desk cannot be reached. */
  request(request: HandoffRequest): Promise<Standing>;
  findStanding(conversation: string): Promise<Standing>;
  /** The passenger leaves the queue, or the talk; nothing where they are in neither. */
  leave(conversation: string): Promise<void>;
  /** What the passenger says while a person holds the conversation; the desk's own reads it in the record instead. */
  relay?(
    conversation: string,
    said: { readonly id: string; readonly text: string; readonly attachments: readonly Json[] },
  ): Promise<void>;
}
