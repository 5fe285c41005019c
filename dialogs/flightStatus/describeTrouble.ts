import { offerPerson, offerRoute } from '../leads.js';
import type { Reply } from '../reply.js';
import type { Voice } from '../form/voice.js';
import { showDay } from '../form/fields/showDay.js';
import { getLocalDay } from '../../services/calendar.js';
import type { FlightDesk } from './flightDesk.js';
import type { FlightQuery } from './flightQuery.js';
import type { LookUp } from './lookUp.js';
import { nameAgain } from './nameAgain.js';

/** Nothing could be learnt of the flight: says so, and where else to look. Says nothing of the flight itself. */
export function describeTrouble(
  desk: Pick<FlightDesk, 'translate' | 'answers' | 'clock' | 'timeZone'>,
  query: FlightQuery,
  trouble: Extract<LookUp, { kind: 'unreachable' | 'out-of-range' }>,
  voice: Voice,
): Omit<Reply, 'trace'> {
  const { language, say } = voice;
  const { flightStatusLink, phone } = desk.answers.readFacts(language);
  const where = flightStatusLink === undefined ? '' : say('flight:trouble.link', { link: flightStatusLink });
  const text =
    trouble.kind === 'unreachable'
      ? say('flight:trouble.unreachable')
      : say('flight:trouble.outOfRange', { day: showDay(trouble.date, language) });
  const today = getLocalDay(desk.clock.now(), desk.timeZone);
  const again =
    trouble.kind === 'unreachable'
      ? [{ words: nameAgain(query, today, voice), lead: 'dialog:flight-status' as const }]
      : [];
  const article = offerRoute('faq:flight-status.check', language, desk);
  return {
    text: [text, where, say('flight:trouble.person', { phone })].filter((part) => part !== '').join('\n\n'),
    offers: [...again, ...(article ? [article] : []), offerPerson(desk.translate, language)],
  };
}
