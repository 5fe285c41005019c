import { ActivityTypes, EventFactory, type Activity, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Handoff } from '../../../services/desk/handoff.js';
import type { LoggedActivity } from '../../conversationLog.js';

const STATUS = 'handoff.status';
/** Channels take a quarter of a megabyte an activity. */
const MOST_ENTRIES = 100;
const LONGEST_TEXT = 1_000;

const STATES = ['accepted', 'failed', 'completed'] as const;
export type HandoffState = (typeof STATES)[number];

const statusSchema = z.object({
  type: z.literal(ActivityTypes.Event),
  name: z.literal(STATUS),
  value: z.object({ state: z.enum(STATES) }),
});

export function isHandoffStatus({ type, name }: Pick<Activity, 'type' | 'name'>): boolean {
  return type === ActivityTypes.Event.valueOf() && name === STATUS;
}

/** The state that a `handoff.status` event tells of; undefined where it tells of none that is known. */
export function readHandoffState(activity: Activity): HandoffState | undefined {
  return statusSchema.safeParse(activity).data?.value.state;
}

/** Bot Framework's own event for a hub on the channel: what it is about, and what was said so far, masked. */
export function composeInitiation(
  context: TurnContext,
  handoff: Handoff,
  history: readonly LoggedActivity[],
): Partial<Activity> {
  const { id, language, topic, reason, priority, skill } = handoff;
  const value = { Skill: skill ?? topic, language, topic, reason, priority, handoff: id };
  const messages = history.filter(({ activity }) => activity.type === ActivityTypes.Message.valueOf());
  const activities = messages.slice(-MOST_ENTRIES).map(describeMessage);
  return { ...EventFactory.createHandoffInitiation(context, value, { activities }), id };
}

/** What tells the hub that the passenger went away. */
export function composeFarewell(context: TurnContext, { id }: Handoff): Partial<Activity> {
  const event = EventFactory.createHandoffStatus(context.activity.conversation, 'completed');
  return { ...event, id: `${id}-completed`, channelId: context.activity.channelId };
}

function describeMessage({ direction, activity }: LoggedActivity): Activity {
  const { id, timestamp, from, text = '', channelId, conversation, locale } = activity;
  return {
    type: ActivityTypes.Message,
    id,
    timestamp,
    channelId,
    conversation,
    locale,
    from: { ...from, role: direction === 'incoming' ? 'user' : 'bot' },
    text: text.slice(0, LONGEST_TEXT),
  } as Activity;
}
