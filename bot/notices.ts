import { composeCaseNotice } from '../dialogs/caseNotices.js';
import type { Desk } from '../dialogs/desk.js';
import { describeFlightNotice } from '../dialogs/flightStatus/describeNotice.js';
import type { NotifyPassenger } from '../services/cases/caseNotice.js';
import type { NotifyOfFlight } from '../services/flights/flightWatch.js';
import type { FlightSource } from '../services/flights/port.js';
import type { ProactiveSender } from './proactive.js';

export interface NoticesParts extends Pick<Desk, 'translate' | 'answers'> {
  readonly send: ProactiveSender['sendNotice'];
  readonly getFlightSource: () => FlightSource;
}

/** What the services have to tell passengers, put in words and sent; a failure is theirs to try again. */
export function createNotices({ send, translate, answers, getFlightSource }: NoticesParts): {
  readonly notifyOfCase: NotifyPassenger;
  readonly notifyOfFlight: NotifyOfFlight;
} {
  return {
    notifyOfCase: (notice) =>
      send(
        notice.filer.conversation,
        (language) => composeCaseNotice(notice, language, translate),
        notice.id,
      ),
    notifyOfFlight: (notice) =>
      send(
        notice.watch.watcher.conversation,
        (language) => [describeFlightNotice(notice, { translate, answers }, getFlightSource(), language)],
        notice.id,
      ),
  };
}
