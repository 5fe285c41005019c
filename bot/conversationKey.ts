export { getConversationKey, OWN_CHANNEL } from '../dialogs/conversationKey.js';

/** Whether a recorded conversation is held on a channel of our own, whose turns can be run again at any time. */
export function isOwnConversation(key: string): boolean {
  return !key.includes(':');
}
