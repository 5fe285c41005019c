import type { Json } from '../eventLog.js';

/** What brought the passenger to a person. */
export const HANDOFF_REASONS = ['asked', 'not-understood', 'emergency', 'dialog'] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/** In the order in which they are served; a long wait lifts a normal one beside special assistance. */
export const PRIORITIES = ['emergency', 'assistance', 'normal'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What an agent may be good at; a handoff may ask for one of them. */
export const SKILLS = ['flights', 'baggage', 'complaints', 'assistance', 'booking'] as const;
export type Skill = (typeof SKILLS)[number];

/** Why a chat comes back to the queue. */
export const RETURN_REASONS = ['disconnected', 'silent', 'signed-out', 'by-agent'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** The right to speak in a conversation: whoever cannot show the token of the current one may not. */
export interface Lease {
  readonly agent: string;
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** A passenger who wants a person, from asking to the end of the talk. */
export interface Handoff {
  readonly id: string;
  /** The name under which the conversation is recorded. */
  readonly conversation: string;
  /** How the passenger is reached: JSON of a botbuilder ConversationReference, opaque here. */
  readonly reference: Json;
  /** `en`, `zh-Hans` or `zh-Hant`. */
  readonly language: string;
  /** The route spoken of last: `faq:…`, `dialog:…`, `handoff`. */
  readonly topic: string;
  readonly skill?: Skill;
  readonly reason: HandoffReason;
  readonly priority: Priority;
  /** When the passenger asked for a person; ISO 8601, UTC. Stays when the chat comes back to the queue. */
  readonly opened: string;
  /** Served before all but emergencies: an agent was lost, or the passenger came back within the day. */
  readonly atHead: boolean;
  /** Whom the passenger spoke with earlier this day. */
  readonly preferredAgent?: string;
  /** Who gave it back last: is not assigned it again at once. */
  readonly avoidedAgent?: string;
  /** Absent while waiting. */
  readonly lease?: Lease;
}
