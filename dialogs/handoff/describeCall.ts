import type { Activity } from 'botbuilder';
import type { Priority } from '../../services/desk/handoff.js';
import { getConversationKey } from '../conversationKey.js';
import type { ConversationData } from '../conversationData.js';
import { getFormRoute, type FormName } from '../formName.js';
import type { Call } from '../scene.js';

/** So many messages in a row that were not understood are why a person is wanted. */
const MISUNDERSTANDINGS = 2;

interface Occasion {
  readonly activity: Activity;
  readonly data: Pick<ConversationData, 'lastRoute' | 'notUnderstood'>;
  /** The form that is open, by name. */
  readonly form: FormName | undefined;
  readonly isEmergency: boolean;
}

/** What a passenger who asks for a person now is calling about, and how urgently. */
export function describeCall({ activity, data, form, isEmergency }: Occasion): Call {
  const topic = form === undefined ? (data.lastRoute ?? 'handoff') : getFormRoute(form);
  return {
    conversation: getConversationKey(activity),
    topic,
    reason: isEmergency
      ? 'emergency'
      : form !== undefined
        ? 'dialog'
        : data.notUnderstood >= MISUNDERSTANDINGS
          ? 'not-understood'
          : 'asked',
    priority: choosePriority(topic, isEmergency),
  };
}

function choosePriority(topic: string, isEmergency: boolean): Priority {
  if (isEmergency) return 'emergency';
  const isAssistance = topic === 'dialog:special-assistance' || topic.startsWith('faq:special.');
  return isAssistance ? 'assistance' : 'normal';
}
