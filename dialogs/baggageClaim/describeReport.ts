import type { Case } from '../../services/cases/caseKinds.js';
import type { KeptAddition, WrittenReply } from '../../services/cases/caseParts.js';
import type { BaggageDeadline } from '../../services/cases/claim/baggageDeadlines.js';
import { showDay } from '../form/fields/showDay.js';
import { listApplicable } from '../form/state.js';
import type { Voice } from '../form/voice.js';
import { showTime } from '../showMoment.js';
import { CLAIM_FIELDS } from './claimFields.js';
import { recallSlots } from './recallSlots.js';
import { showSources } from './showDeadlines.js';
import { splitList } from './splitList.js';

interface Row {
  readonly label: string;
  readonly value: string;
}

interface DeadlineRow {
  readonly day: string;
  /** How near it is, where that matters. */
  readonly note?: string;
  readonly isPressing: boolean;
  readonly what: string;
  readonly source: string;
}

interface Message {
  readonly from: string;
  readonly time: string;
  readonly text: string;
}

/** A baggage report as a paper to keep: everything in it, in the passenger's words and language. */
export interface Report {
  readonly reference: string;
  readonly filedAt: string;
  readonly asOf: string;
  readonly status: string;
  readonly told: readonly Row[];
  readonly deadlines: readonly DeadlineRow[];
  readonly next: readonly string[];
  readonly papers: readonly string[];
  readonly messages: readonly Message[];
}

export interface ReportFacts {
  readonly claim: Case<'claim'>;
  readonly deadlines: readonly BaggageDeadline[];
  readonly now: Date;
  readonly timeZone: string;
}

export function describeReport({ claim, deadlines, now, timeZone }: ReportFacts, voice: Voice): Report {
  const { say, language } = voice;
  const { details, status, filedAt } = claim.state;
  const showMoment = (moment: Date | string) => showTime(moment, language, timeZone);
  return {
    reference: claim.reference,
    filedAt: showMoment(filedAt),
    asOf: showMoment(now),
    status: say(`caseStatus:claim.status.${status}`),
    told: listTold(claim, voice),
    deadlines: deadlines.map((deadline) => describeDeadline(deadline, voice)),
    next:
      status === 'reported'
        ? [...splitList(say(`claim:steps.${details.type}`)), say('claim:page.news')]
        : [say(`caseStatus:claim.nextStep.${status}`)],
    papers: splitList(say(`claim:papers.${details.type}`)),
    messages: listMessages(claim, voice).map((message) => ({ ...message, time: showMoment(message.time) })),
  };
}

function listTold({ state }: Case<'claim'>, voice: Voice): Row[] {
  const slots = recallSlots(state.details);
  const told = listApplicable({ fields: CLAIM_FIELDS }, slots).flatMap((field) => {
    const value = slots[field.name];
    return value === undefined ? [] : [{ label: field.label(voice), value: field.show(value, voice) }];
  });
  const { receivedDay, outcome } = state;
  const received = receivedDay === undefined ? '' : showDay(receivedDay, voice.language);
  return [
    ...told,
    ...(received === '' ? [] : [{ label: voice.say('claim:page.bagReceived'), value: received }]),
    ...(outcome === undefined ? [] : [{ label: voice.say('claim:page.outcome'), value: outcome }]),
  ];
}

function describeDeadline(deadline: BaggageDeadline, voice: Voice): DeadlineRow {
  const { say, language } = voice;
  const what = say(`claim:deadlines.${deadline.name}`);
  const source = showSources(deadline, voice);
  if (deadline.state === 'not-started') {
    return {
      day: say('claim:page.fromReceipt', { days: deadline.periodDays }),
      isPressing: false,
      what,
      source,
    };
  }
  const { state, daysLeft } = deadline;
  // From the day a bag counts as lost the passenger has more rights, not fewer.
  const isPressing = state !== 'open' && deadline.name !== 'lost';
  const near = daysLeft === 0 ? say('claim:page.today') : say('claim:page.daysLeft', { count: daysLeft });
  const note = state === 'past' ? say('claim:page.past') : near;
  return { day: showDay(deadline.day, language), ...(isPressing && { note }), isPressing, what, source };
}

function listMessages({ state }: Case<'claim'>, voice: Voice): Message[] {
  const replies = state.replies.map(({ time, text }: WrittenReply) => {
    return { from: voice.say('claim:page.staff'), time, text };
  });
  const additions = state.additions.map(({ time, text, photos = [] }: KeptAddition) => {
    const files = photos.length > 0 ? voice.say('claim:page.files', { count: photos.length }) : undefined;
    const said = [text, files].filter((part) => part !== undefined).join('\n');
    return { from: voice.say('claim:page.passenger'), time, text: said };
  });
  return [...replies, ...additions].sort((one, other) => (one.time < other.time ? -1 : 1));
}
