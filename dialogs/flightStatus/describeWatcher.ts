import { TurnContext, type Activity } from 'botbuilder';
import type { Language } from '../../locales/language.js';
import type { Json } from '../../services/eventLog.js';
import type { Watcher } from '../../services/flights/flightWatch.js';

/** Who speaks, and how they are written to later. */
export function describeWatcher(activity: Activity, language: Language): Watcher {
  return {
    id: activity.from?.id || activity.conversation.id,
    conversation: JSON.parse(JSON.stringify(TurnContext.getConversationReference(activity))) as Json,
    language,
  };
}
