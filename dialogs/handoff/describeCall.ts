import type { Activity } from 'botbuilder';
import type { HandoffReason, Priority } from '../../services/desk/handoff.js';
import { getConversationKey } from '../conversationKey.js';
import type { ConversationData } from '../conversationData.js';
import { getFormRoute, type FormName } from '../formName.js';
import type { Call } from '../scene.js';

/** So many messages in a row that were not understood are why a person is wanted. */
const MISUNDERSTANDINGS = 2;

interface Occasion {
  readonly activity: Activity;
  readonly data: Pick<ConversationData, 'lastRoute' | 'notUnderstood' | 'lastReplies' | 'offers'>;
  /** The form that is open, by name. */
  readonly form: FormName | undefined;
  readonly isEmergency: boolean;
}

/** What a passenger who asks for a person now is calling about, and how urgently. */
export function describeCall(occasion: Occasion): Call {
  const { activity, data, form, isEmergency } = occasion;
  const topic = form === undefined ? (data.lastRoute ?? 'handoff') : getFormRoute(form);
  return {
    conversation: getConversationKey(activity),
    topic,
    reason: chooseReason(occasion),
    priority: choosePriority(topic, isEmergency),
  };
}

function chooseReason({ data, form, isEmergency }: Occasion): HandoffReason {
  if (isEmergency) return 'emergency';
  if (form !== undefined || isDeadEnd(data)) return 'dialog';
  return data.notUnderstood >= MISUNDERSTANDINGS ? 'not-understood' : 'asked';
}

/** A dialog came to an end that only a person can lead on from. */
function isDeadEnd({ lastReplies, offers }: Occasion['data']): boolean {
  const route = lastReplies?.at(-1)?.trace.route ?? '';
  return route.startsWith('dialog:') && offers.some(({ lead }) => lead === 'handoff');
}

function choosePriority(topic: string, isEmergency: boolean): Priority {
  if (isEmergency) return 'emergency';
  const isAssistance = topic === 'dialog:special-assistance' || topic.startsWith('faq:special.');
  return isAssistance ? 'assistance' : 'normal';
}
