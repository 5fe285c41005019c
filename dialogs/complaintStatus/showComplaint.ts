import type { Case } from '../../services/cases/caseKinds.js';
import type { Complaint } from '../../services/cases/complaint/complaint.js';
import { showDay } from '../form/fields/showDay.js';
import type { Voice } from '../form/voice.js';
import { showMoment, showTime } from '../showMoment.js';

/** Where a complaint stands, in plain words: state, level, owner, the time that is due, and the last written answer. */
export function showComplaint(
  { reference, state }: Case<'complaint'>,
  { say, language }: Voice,
  { timeZone, today }: { readonly timeZone: string; readonly today: string },
): string {
  const { status, level, owner, clock, replies, additions, improvement, rating } = state;
  const due = clock && showMoment(clock.due, language, timeZone);
  const lines = [
    say('caseStatus:complaint.line.status', { value: say(`caseStatus:complaint.status.${status}`) }),
    say('caseStatus:complaint.line.level', { value: say(`caseStatus:complaint.level.${level}`) }),
    ...(clock ? [say('caseStatus:complaint.line.owner', { value: say(`complaint:owners.${owner}`) })] : []),
    ...(clock ? [say(`caseStatus:complaint.line.${clock.purpose}Due`, { value: due })] : []),
    ...(clock?.overdue ? [say('caseStatus:complaint.line.overdue')] : []),
    ...(additions.length > 0
      ? [say('caseStatus:complaint.line.additions', { count: additions.length })]
      : []),
    ...(improvement === undefined
      ? []
      : [say('caseStatus:complaint.line.improvement', { value: improvement })]),
    ...(canReview(state, today)
      ? [say('caseStatus:complaint.line.review', { day: showDay(state.reviewUntil ?? '', language) })]
      : []),
    ...(rating ? [say('caseStatus:complaint.line.rating', { value: rating.score })] : []),
  ];
  const last = replies.at(-1);
  const answer =
    last === undefined
      ? say('caseStatus:complaint.noReply')
      : say('caseStatus:complaint.reply', { time: showTime(last.time, language, timeZone), text: last.text });
  return [`${say('caseStatus:complaint.heading', { reference })}\n\n${lines.join('\n')}`, answer].join(
    '\n\n',
  );
}

/** Whether how it was closed may still be taken to the next level, on the airline's calendar day `today`. */
function canReview({ reviewUntil }: Complaint, today: string): boolean {
  return reviewUntil !== undefined && today <= reviewUntil;
}

/** What the passenger can do with it now; names of the form's actions. */
export function listComplaintActions({ state }: Case<'complaint'>, today: string): string[] {
  if (state.status === 'closed') {
    return [...(state.rating ? [] : ['rate']), ...(canReview(state, today) ? ['escalate'] : []), 'done'];
  }
  const isAnswered = state.status === 'answered' || state.status === 'accepted';
  return [
    ...(state.status === 'answered' ? ['accept'] : []),
    ...(isAnswered && state.level < 3 ? ['escalate'] : []),
    'add',
    'done',
  ];
}
