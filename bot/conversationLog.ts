import type { Activity } from 'botbuilder';
import type { Clock } from '../services/clock.js';
import type { EventLog } from '../services/eventLog.js';

/** An activity that has its place in a conversation. */
export interface LoggedActivity {
  /** The activity's place in the conversation's log: rising, not without gaps. */
  readonly position: number;
  readonly direction: 'incoming' | 'outgoing';
  readonly activity: Partial<Activity> & { id: string };
}

export interface ReceivedActivity {
  readonly activity: Partial<Activity> & { id: string };
  readonly position: number;
  /** The same key was recorded before; `activity` and `position` are the first one's. */
  readonly duplicate: boolean;
  /** The turn of this activity was completed. */
  readonly answered: boolean;
}

export interface ConversationLogParts {
  readonly eventLog: EventLog;
  readonly redact: (activity: Partial<Activity>) => Partial<Activity>;
  readonly clock: Clock;
  readonly createId: () => string;
}

/** What was said in each conversation. */
export class ConversationLog {
  constructor(private readonly parts: ConversationLogParts) {}

  exists(conversationId: string): Promise<boolean> {
    return Promise.reject(new Error(`not yet: ${conversationId} ${String(this.parts)}`));
  }

  recordIncoming(_conversationId: string, _activity: Partial<Activity>): Promise<ReceivedActivity> {
    return Promise.reject(new Error('not yet'));
  }

  recordOutgoing(
    _conversationId: string,
    _activities: readonly Partial<Activity>[],
    _options: { completes?: string } = {},
  ): Promise<LoggedActivity[]> {
    return Promise.reject(new Error('not yet'));
  }

  readAfter(
    _conversationId: string,
    _position: number,
  ): Promise<{ activities: LoggedActivity[]; position: number }> {
    return Promise.reject(new Error('not yet'));
  }

  readUnanswered(_conversationId: string): Promise<(Partial<Activity> & { id: string })[]> {
    return Promise.reject(new Error('not yet'));
  }

  follow(_conversationId: string, _listener: (activity: LoggedActivity) => void): () => void {
    return () => undefined;
  }
}
