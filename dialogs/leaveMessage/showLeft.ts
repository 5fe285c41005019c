import type { Activity } from 'botbuilder';
import type { Filed } from '../../services/cases/caseDesk.js';
import { getConversationKey } from '../conversationKey.js';
import type { Desk } from '../desk.js';
import type { Slots, SubmitContext } from '../form/definition.js';
import { isUnreachable } from '../handoff/isUnreachable.js';
import type { Offer } from '../offer.js';
import type { Reply } from '../reply.js';
import { showMoment } from '../showMoment.js';
import { wantsCall } from './messageFields.js';
import { offerHelp } from './offerHelp.js';

/** What a passenger reads once the message is with the staff; who is still in the queue is reminded of it. */
export async function showLeftMessage(
  { outcome, case: { reference, state } }: Filed<'message'>,
  slots: Slots,
  desk: Pick<Desk, 'timeZone' | 'handoffs' | 'understanding' | 'translate' | 'answers'>,
  context: SubmitContext,
): Promise<Omit<Reply, 'trace'>> {
  const { say, language } = context.voice;
  const { callBack, contact } = state.details;
  const due = showMoment(callBack ?? state.answerBy, language, desk.timeZone);
  const promise =
    callBack !== undefined
      ? say('message:filed.call', { due, phone: contact.phone })
      : wantsCall(slots)
        ? say('message:filed.callSoon', { due, phone: contact.phone })
        : say('message:filed.answer', { due });
  const isWaiting = await isInQueue(desk, context);
  const help = offerHelp(state.details.text, context, desk);
  const leave: Offer = { words: say('handoff:buttons.leave'), lead: 'handoff:leave' };
  return {
    text: [
      say(outcome === 'known' ? 'message:filed.known' : 'message:filed.done', { reference }),
      promise,
      ...(help.length > 0 ? [say('message:filed.help')] : []),
      ...(isWaiting ? [say('message:filed.waiting')] : []),
    ].join('\n\n'),
    offers: [...help, ...(isWaiting ? [leave] : [])],
  };
}

async function isInQueue(
  { handoffs }: Pick<Desk, 'handoffs'>,
  { reference }: SubmitContext,
): Promise<boolean> {
  try {
    // What botbuilder wrote itself; a reference names its channel and conversation as an activity does.
    const standing = await handoffs?.findStanding(getConversationKey(reference as Partial<Activity>));
    return standing?.kind === 'waiting';
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return false;
  }
}
