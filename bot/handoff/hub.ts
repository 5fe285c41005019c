import type { Handoff } from '../../services/desk/handoff.js';
import type { Staffing } from '../../services/desk/handoffs.js';

/** A person at the hub, as the passenger reads them. */
export interface HubAgent {
  readonly id: string;
  readonly name: string;
}

/** Something to be put before the hub's agents. `id` names it: the same one again is put there once. */
export type HubItem =
  | {
      readonly kind: 'words';
      readonly id: string;
      /** What the passenger said, as they said it. */
      readonly text: string;
      /** `url` is empty where the file cannot be fetched. */
      readonly files: readonly { readonly name: string; readonly url: string }[];
    }
  /** For agents' eyes only. */
  | { readonly kind: 'note'; readonly id: string; readonly text: string }
  /** The passenger went away: the hub need not keep the talk open. `text` is a note that says so. */
  | { readonly kind: 'close'; readonly id: string; readonly text: string };

/** How busy the hub is. */
export interface HubLoad {
  readonly staffing: Staffing;
  /** Passengers whom no agent has taken yet. */
  readonly waiting: number;
}

/**
 * A desk of agents outside this service. Every call gives up by itself in a few seconds. Calls fail with
 * `desk.unreachable` where trying again may help, and with `desk.rejected` where it never will.
 */
export interface Hub {
  /** Gives the handoff a place among those that wait, and returns its name there; one that has a place keeps it. */
  open(handoff: Handoff, contactName: string, isRetry: boolean): Promise<string>;
  /** `isRetry`: an earlier try may have arrived although it failed here. */
  send(place: string, item: HubItem, isRetry: boolean): Promise<void>;
  readLoad(): Promise<HubLoad>;
}

/** What a hub reports of a talk. */
export type HubNews = {
  /** The same for the same news, however often it is reported. */
  readonly id: string;
  /** The name under which the conversation is recorded. */
  readonly conversation: string;
  readonly handoff: string;
  /** The talk's name at the hub. */
  readonly place: string;
  /** ISO 8601, UTC, by the hub's clock. */
  readonly at: string;
} & (
  | { readonly kind: 'joined'; readonly agent: HubAgent }
  /** The agent is off the talk and nobody else on it. */
  | { readonly kind: 'left' }
  | { readonly kind: 'said'; readonly agent: HubAgent; readonly text: string }
  | { readonly kind: 'ended' }
  /** The hub cannot serve the passenger. */
  | { readonly kind: 'failed' }
);
