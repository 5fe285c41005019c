import { ActivityEventNames, ActivityTypes, type Activity } from 'botbuilder';

/** Whether the activity opens a turn that no passenger began: the desk has something to say of its own accord. */
export function isContinuation({ type, name }: Pick<Activity, 'type' | 'name'>): boolean {
  return type === ActivityTypes.Event && name === ActivityEventNames.ContinueConversation.valueOf();
}
