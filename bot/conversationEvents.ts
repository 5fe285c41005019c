import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { RedeyeError } from '../services/errors.js';
import type { Json, NewEvent, StoredEvent } from '../services/eventLog.js';
import { readSpeaker } from './desk/spokenBy.js';

export type IdentifiedActivity = Partial<Activity> & { id: string };

/** An activity that has its place in a conversation. */
export interface LoggedActivity {
  /** The activity's place in the conversation's log: rising, with gaps. */
  readonly position: number;
  readonly direction: 'incoming' | 'outgoing';
  readonly activity: IdentifiedActivity;
}

const RECEIVED = 'activity-received';
const SENT = 'activity-sent';
const COMPLETED = 'turn-completed';

const activitySchema = z.looseObject({ id: z.string() });
const receivedSchema = z.object({ key: z.string(), activity: activitySchema });
const sentSchema = z.object({ activity: activitySchema });
const completedSchema = z.object({ activityId: z.string() });

export function describeReceived(key: string, activity: IdentifiedActivity, time: Date): NewEvent {
  const actor = `passenger:${activity.from?.id ?? ''}`;
  return { type: RECEIVED, time: time.toISOString(), actor, data: { key, activity: toJson(activity) } };
}

export function describeSent(activity: IdentifiedActivity, time: Date): NewEvent {
  const agent = readSpeaker(activity);
  const actor = agent ? `agent:${agent.id}` : 'bot';
  return { type: SENT, time: time.toISOString(), actor, data: { activity: toJson(activity) } };
}

export function describeCompleted(activityId: string, time: Date): NewEvent {
  return { type: COMPLETED, time: time.toISOString(), actor: 'system', data: { activityId } };
}

/** The activity an event recorded, or undefined when it recorded something else. */
export function readActivity(event: StoredEvent): LoggedActivity | undefined {
  if (event.type === RECEIVED) {
    return { position: event.version, direction: 'incoming', activity: revive(parse(receivedSchema, event)) };
  }
  if (event.type === SENT) {
    return { position: event.version, direction: 'outgoing', activity: revive(parse(sentSchema, event)) };
  }
  return undefined;
}

/** What makes an incoming activity the same one when it comes again. */
export function readKey(event: StoredEvent): string | undefined {
  return event.type === RECEIVED ? parse(receivedSchema, event).key : undefined;
}

/** The incoming activity whose turn the event says is over. */
function readCompleted(event: StoredEvent): string | undefined {
  return event.type === COMPLETED ? parse(completedSchema, event).activityId : undefined;
}

/** The incoming activities among the events whose turn is not over by their end, oldest first. */
export function findUnanswered(events: readonly StoredEvent[]): LoggedActivity[] {
  const completed = new Set(events.map(readCompleted));
  return events
    .map(readActivity)
    .filter((logged) => logged !== undefined)
    .filter(({ direction, activity }) => direction === 'incoming' && !completed.has(activity.id));
}

function parse<T>(schema: z.ZodType<T>, event: StoredEvent): T {
  const parsed = schema.safeParse(event.data);
  if (parsed.success) return parsed.data;
  const place = `event ${String(event.version)} of ${event.stream}`;
  throw new RedeyeError('storage.corrupt', `${place} is not a ${event.type}`, { cause: parsed.error });
}

/** Dates are dates again, as botbuilder's own adapters make them. */
export function reviveActivity(activity: Partial<Activity>): Partial<Activity> {
  const revived = { ...activity };
  for (const name of ['timestamp', 'localTimestamp', 'expiration'] as const) {
    const value: unknown = activity[name];
    if (typeof value === 'string') revived[name] = new Date(value);
  }
  return revived;
}

function revive({ activity }: { activity: { id: string } }): IdentifiedActivity {
  return { ...reviveActivity(activity), id: activity.id };
}

function toJson(activity: Partial<Activity>): Json {
  return JSON.parse(JSON.stringify(activity)) as Json;
}
