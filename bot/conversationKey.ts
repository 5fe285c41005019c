import type { Activity } from 'botbuilder';

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

/** Whether a recorded conversation is held on a channel of our own, whose turns can be run again at any time. */
export function isOwnConversation(key: string): boolean {
  return !key.includes(':');
}
