import type { Case } from '../../services/cases/caseKinds.js';
import type { Voice } from '../form/voice.js';
import { showMoment, showTime } from '../showMoment.js';

/** Where a message to the staff stands, in plain words: what it says, what is due, and the last answer. */
export function showMessage(
  { reference, state }: Case<'message'>,
  { say, language }: Voice,
  timeZone: string,
): string {
  const { details, status, answerBy, overdue, additions, replies } = state;
  const { callBack } = details;
  const isDue = status === 'left';
  const lines = [
    say('caseStatus:message.line.status', { value: say(`caseStatus:message.status.${status}`) }),
    say('caseStatus:message.line.text', { value: details.text }),
    ...(callBack === undefined
      ? []
      : [say('caseStatus:message.line.callBack', { value: showMoment(callBack, language, timeZone) })]),
    ...(isDue && callBack === undefined
      ? [say('caseStatus:message.line.answerBy', { value: showMoment(answerBy, language, timeZone) })]
      : []),
    ...(isDue && overdue ? [say('caseStatus:message.line.overdue')] : []),
    ...(additions.length > 0 ? [say('caseStatus:message.line.additions', { count: additions.length })] : []),
  ];
  const last = replies.at(-1);
  const answer =
    last && say('caseStatus:claim.reply', { time: showTime(last.time, language, timeZone), text: last.text });
  const heading = say('caseStatus:message.heading', { reference });
  return [`${heading}\n\n${lines.join('\n')}`, ...(answer ? [answer] : [])].join('\n\n');
}

/** What the passenger can do with it now; names of the form's actions. */
export function listMessageActions({ open }: Case<'message'>): string[] {
  return open ? ['add', 'done'] : ['done'];
}
