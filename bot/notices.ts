import type { Activity } from 'botbuilder';
import { composeCaseNotice } from '../dialogs/caseNotices.js';
import type { Desk } from '../dialogs/desk.js';
import { describeFlightNotice } from '../dialogs/flightStatus/describeNotice.js';
import { isUnreachable } from '../dialogs/handoff/isUnreachable.js';
import type { NotifyPassenger } from '../services/cases/caseNotice.js';
import type { Handoffs } from '../services/desk/handoffs.js';
import type { Json } from '../services/eventLog.js';
import type { NotifyOfFlight } from '../services/flights/flightWatch.js';
import type { FlightSource } from '../services/flights/port.js';
import { getConversationKey } from './conversationKey.js';
import type { ProactiveSender } from './proactive.js';

export interface NoticesParts extends Pick<Desk, 'translate' | 'answers' | 'timeZone'> {
  readonly send: ProactiveSender['sendNotice'];
  readonly getFlightSource: () => FlightSource;
  readonly getHandoffs: () => Handoffs | undefined;
}

/** What the services have to tell passengers, put in words and sent; a failure is theirs to try again. */
export function createNotices({ send, getFlightSource, getHandoffs, ...desk }: NoticesParts): {
  readonly notifyOfCase: NotifyPassenger;
  readonly notifyOfFlight: NotifyOfFlight;
} {
  return {
    async notifyOfCase(notice) {
      const { conversation } = notice.filer;
      const held = await isHeld(conversation, getHandoffs());
      return send(conversation, (language) => composeCaseNotice(notice, language, desk, held), notice.id);
    },
    notifyOfFlight: (notice) =>
      send(
        notice.watch.watcher.conversation,
        (language) => [describeFlightNotice(notice, desk, getFlightSource(), language)],
        notice.id,
      ),
  };
}

/** Whether a person speaks there now; where that cannot be known, nobody does. */
async function isHeld(reference: Json, handoffs: Handoffs | undefined): Promise<boolean> {
  try {
    // What botbuilder wrote itself; a reference names its channel and conversation as an activity does.
    const key = getConversationKey(reference as Partial<Activity>);
    return (await handoffs?.findStanding(key))?.kind === 'held';
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return false;
  }
}
