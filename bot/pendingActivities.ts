import type { Activity } from 'botbuilder';

export interface PendingTurn {
  readonly conversationId: string;
  readonly activityId: string;
}

/**
 * The words of passengers whose turn has not ended yet, as they were typed. The log masks them; a turn that is
 * run again after the process died needs the phone number, not its mask. Each is forgotten with its turn.
 */
export interface PendingActivities {
  /** Survives the end of the process once it returns. */
  keep(turn: PendingTurn, activity: Partial<Activity>): Promise<void>;
  find(turn: PendingTurn): Promise<Partial<Activity> | undefined>;
  forget(turn: PendingTurn): Promise<void>;
  list(): AsyncIterable<PendingTurn>;
}
