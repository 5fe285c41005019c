import type { Case } from '../../services/cases/caseKinds.js';
import type { BaggageDeadline } from '../../services/cases/claim/baggageDeadlines.js';
import { showDeadlines } from '../baggageClaim/showDeadlines.js';
import { showDay } from '../form/fields/showDay.js';
import type { Voice } from '../form/voice.js';
import { showTime } from '../showMoment.js';

/** Where a baggage report stands, in plain words: state, the time limits, what is next, and staff's last message. */
export function showClaim(
  { found, deadlines }: { found: Case<'claim'>; deadlines: readonly BaggageDeadline[] },
  voice: Voice,
  timeZone: string,
): string {
  const { reference, state } = found;
  const { say, language } = voice;
  const { details, status, receivedDay, additions, outcome } = state;
  const lines = [
    say('caseStatus:claim.line.status', { value: say(`caseStatus:claim.status.${status}`) }),
    say('caseStatus:claim.line.flight', { flight: details.flight, date: showDay(details.date, language) }),
    ...(details.appearance.words === undefined
      ? []
      : [say('caseStatus:claim.line.bag', { value: details.appearance.words })]),
    ...(receivedDay === undefined
      ? []
      : [say('caseStatus:claim.line.received', { value: showDay(receivedDay, language) })]),
    ...(additions.length > 0 ? [say('caseStatus:claim.line.additions', { count: additions.length })] : []),
    ...(outcome === undefined ? [] : [say('caseStatus:claim.line.outcome', { value: outcome })]),
  ];
  const last = state.replies.at(-1);
  return [
    `${say('caseStatus:claim.heading', { reference })}\n\n${lines.join('\n')}`,
    say(`caseStatus:claim.nextStep.${status}`),
    last === undefined
      ? ''
      : say('caseStatus:claim.reply', { time: showTime(last.time, language, timeZone), text: last.text }),
    showDeadlines(deadlines, voice),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What the passenger can do with it now; names of the form's actions. */
export function listClaimActions({ open, state }: Case<'claim'>): string[] {
  if (!open) return ['done'];
  const awaitsBag = state.receivedDay === undefined && state.details.type === 'delayed';
  return [...(awaitsBag ? ['received'] : []), 'add', 'done'];
}
