import type { Case } from '../../services/cases/caseKinds.js';
import { showDay } from '../form/fields/showDay.js';
import type { Voice } from '../form/voice.js';
import { showMoment, showTime } from '../showMoment.js';
import { nameNeed } from '../specialAssistance/nameNeed.js';

/** Where a request for assistance stands, in plain words: state, needs, flight, and staff's last message. */
export function showAssistance(
  { reference, state }: Case<'assistance'>,
  voice: Voice,
  timeZone: string,
): string {
  const { say, language } = voice;
  const { details, status, answerBy, overdue, additions, replies } = state;
  const needs = details.needs.map((need) => nameNeed(need, voice));
  const isWaiting = status === 'requested';
  const lines = [
    say('caseStatus:assistance.line.status', { value: say(`caseStatus:assistance.status.${status}`) }),
    say('caseStatus:assistance.line.needs', {
      value: needs.join(say('form:andBetween')),
    }),
    say('caseStatus:assistance.line.flight', {
      flight: details.flight,
      date: showDay(details.date, language),
    }),
    ...(isWaiting
      ? [say('caseStatus:assistance.line.answerBy', { value: showMoment(answerBy, language, timeZone) })]
      : []),
    ...(isWaiting && overdue ? [say('caseStatus:assistance.line.overdue')] : []),
    ...(additions.length > 0
      ? [say('caseStatus:assistance.line.additions', { count: additions.length })]
      : []),
  ];
  const last = replies.at(-1);
  const heading = say('caseStatus:assistance.heading', { reference });
  const message =
    last && say('caseStatus:claim.reply', { time: showTime(last.time, language, timeZone), text: last.text });
  return [`${heading}\n\n${lines.join('\n')}`, ...(message ? [message] : [])].join('\n\n');
}

/** What the passenger can do with it now; names of the form's actions. */
export function listAssistanceActions({ open }: Case<'assistance'>): string[] {
  return open ? ['add', 'withdraw', 'done'] : ['done'];
}
