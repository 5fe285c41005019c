import type { Activity } from 'botbuilder';
import type { Clock } from '../services/clock.js';
import { RedeyeError } from '../services/errors.js';
import type { EventLog, ExpectedVersion, NewEvent, StoredEvent } from '../services/eventLog.js';
import {
  describeCompleted,
  describeReceived,
  describeSent,
  findUnanswered,
  readActivity,
  readKey,
  reviveActivity,
  type IdentifiedActivity,
  type LoggedActivity,
} from './conversationEvents.js';
import { KeyedMutex } from './keyedMutex.js';
import { Listeners } from './listeners.js';
import type { PendingActivities, PendingTurn } from './pendingActivities.js';
import { RECENT_EVENTS, RecentKeys } from './recentKeys.js';
import { warnOf } from './warning.js';

export type { LoggedActivity } from './conversationEvents.js';

export interface ReceivedActivity {
  readonly activity: IdentifiedActivity;
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
  /** Without it, a turn run again after a crash sees the passenger's words masked. */
  readonly pendingActivities?: PendingActivities;
}

const KIND = 'conversation/';
const ATTEMPTS = 10;

/**
 * What was said in each conversation, as events of the stream `conversation/<id>`. Masked on disk, whole for
 * those who follow live. "Newest" below means among the last 64 events of the conversation.
 */
export class ConversationLog {
  private readonly mutex = new KeyedMutex();
  private readonly recent: RecentKeys;
  private readonly followers = new Map<string, Listeners<LoggedActivity>>();
  /** What is being recorded at this moment, as it was said, by stream and id. */
  private readonly unmasked = new Map<string, IdentifiedActivity>();
  private stopHearing: (() => void) | undefined;

  constructor(private readonly parts: ConversationLogParts) {
    this.recent = new RecentKeys(parts.eventLog);
  }

  async exists(conversationId: string): Promise<boolean> {
    return (await this.parts.eventLog.readLast(getStream(conversationId), 1)).length > 0;
  }

  /**
   * Records an incoming activity once and gives it an id and a timestamp when it has none. Its key is
   * `channelData.clientActivityID`, else its `id`; one without either is always new. A key that is among the
   * newest events is a duplicate and is not recorded again, also when both come at the same time.
   */
  recordIncoming(conversationId: string, activity: Partial<Activity>): Promise<ReceivedActivity> {
    return this.mutex.run(conversationId, async () => {
      const identified = this.identify(activity);
      const key = getKey(activity) ?? identified.id;
      for (let attempt = 1; ; attempt += 1) {
        const recent = await this.recent.load(getStream(conversationId));
        const first = recent.keys.has(key) ? await this.findFirst(conversationId, key) : undefined;
        if (first) return first;
        try {
          return await this.appendIncoming(conversationId, key, identified, recent.version);
        } catch (error) {
          // Another process wrote to the conversation; it may have recorded this very activity.
          if (!isConflict(error) || attempt === ATTEMPTS) throw error;
          this.recent.forget(getStream(conversationId));
        }
      }
    });
  }

  /**
   * Records what was said to the passenger, all of it or nothing, with ids and timestamps where missing.
   * `completes` is the id of the incoming activity whose turn ends with this, even if nothing was said.
   */
  recordOutgoing(
    conversationId: string,
    activities: readonly Partial<Activity>[],
    options: { completes?: string } = {},
  ): Promise<LoggedActivity[]> {
    return this.mutex.run(conversationId, async () => {
      const identified = activities.map((activity) => this.identify(activity));
      const now = this.parts.clock.now();
      const events = identified.map((activity) => describeSent(this.redact(activity), now));
      if (options.completes !== undefined) events.push(describeCompleted(options.completes, now));
      const stored = await this.append(conversationId, events, 'any', identified);
      this.recent.note(getStream(conversationId), stored);
      const logged = identified.map((activity, index) => ({
        position: stored[index]?.version ?? 0,
        direction: 'outgoing' as const,
        activity,
      }));
      if (options.completes !== undefined) {
        await this.forgetPending({ conversationId, activityId: options.completes });
      }
      return logged;
    });
  }

  /** The masked history after a position (0: from the start), and the newest position there is. */
  async readAfter(
    conversationId: string,
    position: number,
  ): Promise<{ activities: LoggedActivity[]; position: number }> {
    const events = await this.parts.eventLog.read(getStream(conversationId), position);
    const newest = events.at(-1) ?? (await this.parts.eventLog.readLast(getStream(conversationId), 1)).at(0);
    const activities = events.map(readActivity).filter((logged) => logged !== undefined);
    return { activities, position: newest?.version ?? 0 };
  }

  /** The newest of what was said, masked, oldest first. */
  async readNewest(conversationId: string): Promise<LoggedActivity[]> {
    const events = await this.readRecent(conversationId);
    return events.map(readActivity).filter((logged) => logged !== undefined);
  }

  /**
   * The newest incoming activities whose turn was never completed, oldest first, as they were typed where
   * that is still known, else masked. While turns are running, theirs are among them.
   */
  async readUnanswered(conversationId: string): Promise<IdentifiedActivity[]> {
    const unanswered = findUnanswered(await this.readRecent(conversationId));
    return Promise.all(unanswered.map(({ activity }) => this.findOriginal(conversationId, activity)));
  }

  /**
   * The conversations with turns the process died in, and clears originals no turn needs any more. At start;
   * costs by the turns left open, not by the conversations stored.
   */
  async *listInterrupted(): AsyncGenerator<string> {
    const found = new Set<string>();
    for await (const turn of this.parts.pendingActivities?.list() ?? []) {
      const open = await this.mutex.run(turn.conversationId, async () => {
        const unanswered = findUnanswered(await this.readRecent(turn.conversationId));
        const isOpen = unanswered.some(({ activity }) => activity.id === turn.activityId);
        if (!isOpen) await this.parts.pendingActivities?.forget(turn);
        return isOpen;
      });
      if (!open || found.has(turn.conversationId)) continue;
      found.add(turn.conversationId);
      yield turn.conversationId;
    }
  }

  /**
   * Calls back for each activity recorded from now on, in order, and returns how to stop: unmasked what this process
   * records, masked what others do, as far as the event log hears of them. To miss nothing, follow first, then read
   * the history, and drop what has a position already read.
   */
  follow(conversationId: string, listener: (activity: LoggedActivity) => void): () => void {
    const listeners = this.followers.get(conversationId) ?? new Listeners<LoggedActivity>();
    this.followers.set(conversationId, listeners);
    const stop = listeners.add(listener);
    this.stopHearing ??= this.parts.eventLog.subscribe((events) => this.tellFollowers(events));
    return () => {
      stop();
      if (listeners.size === 0 && this.followers.get(conversationId) === listeners) {
        this.followers.delete(conversationId);
      }
      if (this.followers.size > 0) return;
      this.stopHearing?.();
      this.stopHearing = undefined;
    };
  }

  private tellFollowers(events: readonly StoredEvent[]): void {
    for (const event of events) {
      const followers = this.followers.get(readConversationId(event.stream));
      const logged = followers && readActivity(event);
      if (!logged) continue;
      const activity = this.unmasked.get(`${event.stream} ${logged.activity.id}`) ?? logged.activity;
      followers.notify({ ...logged, activity });
    }
  }

  /** Followers are told by the log's own word, so that they hear all in its order, whoever recorded it. */
  private async append(
    conversationId: string,
    events: readonly NewEvent[],
    expectedVersion: ExpectedVersion,
    activities: readonly IdentifiedActivity[],
  ): Promise<StoredEvent[]> {
    const stream = getStream(conversationId);
    for (const activity of activities) this.unmasked.set(`${stream} ${activity.id}`, activity);
    try {
      return await this.parts.eventLog.append(stream, events, expectedVersion);
    } finally {
      for (const activity of activities) this.unmasked.delete(`${stream} ${activity.id}`);
    }
  }

  private async appendIncoming(
    conversationId: string,
    key: string,
    activity: IdentifiedActivity,
    version: number,
  ): Promise<ReceivedActivity> {
    const turn = { conversationId, activityId: activity.id };
    await this.parts.pendingActivities?.keep(turn, activity);
    const event = describeReceived(key, this.redact(activity), this.parts.clock.now());
    const stored = await this.appendOrForget(turn, event, version, activity);
    this.recent.note(getStream(conversationId), stored);
    return { activity, position: version + 1, duplicate: false, answered: false };
  }

  private async appendOrForget(
    turn: PendingTurn,
    event: NewEvent,
    version: number,
    activity: IdentifiedActivity,
  ): Promise<StoredEvent[]> {
    try {
      return await this.append(turn.conversationId, [event], version, [activity]);
    } catch (error) {
      await this.forgetPending(turn);
      throw error;
    }
  }

  private async findFirst(conversationId: string, key: string): Promise<ReceivedActivity | undefined> {
    const events = await this.readRecent(conversationId);
    const event = events.find((each) => readKey(each) === key);
    const logged = event && readActivity(event);
    if (!logged) return undefined;
    const answered = !findUnanswered(events).some(({ position }) => position === logged.position);
    const activity = await this.findOriginal(conversationId, logged.activity);
    return { activity, position: logged.position, duplicate: true, answered };
  }

  private async findOriginal(
    conversationId: string,
    logged: IdentifiedActivity,
  ): Promise<IdentifiedActivity> {
    const kept = await this.parts.pendingActivities?.find({ conversationId, activityId: logged.id });
    return kept ? { ...reviveActivity(kept), id: logged.id } : logged;
  }

  private async forgetPending(turn: PendingTurn): Promise<void> {
    try {
      await this.parts.pendingActivities?.forget(turn);
    } catch (error) {
      // The turn itself is recorded; what is left behind goes at the next start.
      warnOf(error);
    }
  }

  private readRecent(conversationId: string): Promise<StoredEvent[]> {
    return this.parts.eventLog.readLast(getStream(conversationId), RECENT_EVENTS);
  }

  private identify(activity: Partial<Activity>): IdentifiedActivity {
    const { id, timestamp } = activity;
    return { ...activity, id: id || this.parts.createId(), timestamp: timestamp ?? this.parts.clock.now() };
  }

  private redact(activity: IdentifiedActivity): IdentifiedActivity {
    return { ...this.parts.redact(activity), id: activity.id };
  }
}

function readConversationId(stream: string): string {
  return stream.startsWith(KIND) ? stream.slice(KIND.length) : '';
}

function getStream(conversationId: string): string {
  return `${KIND}${conversationId}`;
}

function getKey(activity: Partial<Activity>): string | undefined {
  const channelData: unknown = activity.channelData;
  if (typeof channelData === 'object' && channelData !== null && 'clientActivityID' in channelData) {
    const { clientActivityID } = channelData;
    if (typeof clientActivityID === 'string' && clientActivityID !== '') return clientActivityID;
  }
  return activity.id || undefined;
}

function isConflict(error: unknown): boolean {
  return error instanceof RedeyeError && error.code === 'storage.conflict';
}
