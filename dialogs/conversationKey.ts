import type { Activity } from 'botbuilder';

/** Direct Line, as this service speaks it itself. */
export const OWN_CHANNEL = 'directline';

/**
 * The name under which a conversation is recorded and its turns are kept apart. Our own ids are unguessable and stand
 * alone; other channels number theirs, each for itself, and are told apart by name.
 */
export function getConversationKey(activity: Partial<Activity>): string {
  const id = activity.conversation?.id ?? '';
  return activity.channelId === OWN_CHANNEL || activity.channelId === undefined
    ? id
    : `${activity.channelId}:${id}`;
}
