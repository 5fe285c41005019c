import type { BaggageDeadline } from '../../services/cases/claim/baggageDeadlines.js';
import type { Voice } from '../form/voice.js';

/** The time limits as a list with a heading, warnings in it; empty when there are none. */
export function showDeadlines(deadlines: readonly BaggageDeadline[], voice: Voice): string {
  if (deadlines.length === 0) return '';
  return [
    voice.say('claim:deadlines.heading'),
    '',
    ...deadlines.map((each) => showDeadline(each, voice)),
  ].join('\n');
}

/** Those that press: near, or over. From the day a bag counts as lost the passenger has more rights, not fewer. */
export function listPressing(deadlines: readonly BaggageDeadline[]): BaggageDeadline[] {
  return deadlines.filter(({ name, state }) => name !== 'lost' && (state === 'near' || state === 'past'));
}

/** Where a time limit comes from. */
export function showSources({ sources }: BaggageDeadline, { say }: Voice): string {
  return sources.map((each) => say(`claim:sources.${each}`)).join(say('claim:sources.join'));
}

function showDeadline(deadline: BaggageDeadline, voice: Voice): string {
  const { say } = voice;
  const source = showSources(deadline, voice);
  if (deadline.state === 'not-started') {
    return say('claim:deadlines.not-started', { days: deadline.periodDays, source });
  }
  const { day, daysLeft, state } = deadline;
  const values = { day, source, what: say(`claim:deadlines.${deadline.name}`) };
  if (deadline.name === 'lost') {
    return say(state === 'past' ? 'claim:deadlines.lostSince' : 'claim:deadlines.open', values);
  }
  if (state === 'near') {
    return daysLeft === 0
      ? say('claim:deadlines.today', values)
      : say('claim:deadlines.near', { ...values, count: daysLeft });
  }
  return say(`claim:deadlines.${state}`, values);
}
