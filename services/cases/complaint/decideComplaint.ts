import { DateTime } from 'luxon';
import { getLocalDay } from '../../calendar.js';
import { isPassenger } from '../actor.js';
import { CaseRefused } from '../caseRefused.js';
import { requirePassenger, requireStaff, sign, type Occasion, type PassTime } from '../decision.js';
import type { Complaint, ComplaintCommand, ComplaintEvent, Department, Level } from './complaint.js';
import type { ComplaintDetails } from './complaintDetails.js';
import { chooseOwner } from './complaintOwners.js';
import { addWorkingDays, type WorkingCalendar } from './workingDays.js';

/** The promises a complaint's clocks keep; from `policy.yaml`. */
export interface ComplaintRules {
  /** Hours, day and night, to each level's first substantive answer. */
  readonly firstAnswerHours: number;
  /** Working days until all is settled. */
  readonly settleWorkingDays: number;
  /** Calendar days after closing in which the passenger may still ask for the next level. */
  readonly reviewRequestDays: number;
  readonly calendar: WorkingCalendar;
}

export function fileComplaint(
  filingKey: string,
  details: ComplaintDetails,
  occasion: Occasion,
  rules: ComplaintRules,
): ComplaintEvent {
  const settleBy = addWorkingDays(occasion.now, rules.settleWorkingDays, rules.calendar).toISOString();
  const start = startLevel(1, details, settleBy, occasion, rules);
  return { ...sign(occasion), type: 'complaint-filed', data: { filingKey, details, ...start } };
}

/** What a command makes of a complaint; nothing where it would change nothing. Throws `CaseRefused`. */
export function decideComplaint(
  command: ComplaintCommand | PassTime,
  complaint: Complaint,
  occasion: Occasion,
  rules: ComplaintRules,
): ComplaintEvent[] {
  if (command.type === 'pass-time') return passTime(complaint, occasion, rules);
  const signed = sign(occasion);
  if (complaint.status === 'closed') return decideClosed(command, complaint, occasion, rules);
  switch (command.type) {
    case 'acknowledge':
      requireStaff(occasion);
      return complaint.status === 'filed' ? [{ ...signed, type: 'acknowledged', data: {} }] : [];
    case 'assign':
      requireStaff(occasion);
      if (command.to === complaint.assignee) return [];
      return [{ ...signed, type: 'assigned', data: { to: command.to, reason: command.reason } }];
    case 'reply':
      return reply(command.text, complaint, occasion, rules);
    case 'escalate':
      return escalate(command.reason, complaint, occasion, rules);
    case 'accept':
      requirePassenger(occasion);
      requireAnswer(complaint);
      return complaint.status === 'accepted' ? [] : [{ ...signed, type: 'reply-accepted', data: {} }];
    case 'close':
      requireStaff(occasion);
      requireAnswer(complaint);
      return [
        {
          ...signed,
          type: 'closed',
          data: { improvement: command.improvement, ...findReviewTime(complaint, occasion, rules) },
        },
      ];
    case 'add-information':
      return [{ ...signed, type: 'information-added', data: command.addition }];
    case 'rate':
      throw new CaseRefused('not-closed');
  }
}

function decideClosed(
  command: ComplaintCommand,
  complaint: Complaint,
  occasion: Occasion,
  rules: ComplaintRules,
): ComplaintEvent[] {
  if (command.type === 'escalate') return reopen(command.reason, complaint, occasion, rules);
  if (command.type === 'close' && command.improvement === complaint.improvement) return [];
  if (command.type !== 'rate') throw new CaseRefused('closed');
  requirePassenger(occasion);
  const { score, words } = command;
  if (complaint.rating?.score === score && complaint.rating.words === words) return [];
  if (complaint.rating) throw new CaseRefused('already-rated');
  const data = words === undefined ? { score } : { score, words };
  return [{ ...sign(occasion), type: 'rated', data }];
}

/** The last day on which a closing may be taken back; none on the highest level. */
function findReviewTime(
  { level }: Complaint,
  { now }: Occasion,
  { calendar, reviewRequestDays }: ComplaintRules,
): { reviewUntil?: string } {
  if (getNextLevel(level) === undefined) return {};
  const last = DateTime.fromJSDate(now, { zone: calendar.timeZone }).plus({ days: reviewRequestDays });
  return { reviewUntil: last.toFormat('yyyy-MM-dd') };
}

/** The passenger is not content with how it was closed. */
function reopen(
  reason: string,
  complaint: Complaint,
  occasion: Occasion,
  rules: ComplaintRules,
): ComplaintEvent[] {
  if (!isPassenger(occasion.actor)) throw new CaseRefused('closed');
  if (getNextLevel(complaint.level) === undefined) throw new CaseRefused('highest-level');
  const today = getLocalDay(occasion.now, rules.calendar.timeZone);
  const { reviewUntil } = complaint;
  if (reviewUntil === undefined || today > reviewUntil) throw new CaseRefused('review-period-over');
  return escalate(reason, complaint, occasion, rules);
}

function reply(
  text: string,
  complaint: Complaint,
  occasion: Occasion,
  rules: ComplaintRules,
): ComplaintEvent[] {
  requireStaff(occasion);
  const last = complaint.replies.at(-1);
  if (last?.level === complaint.level && last.text === text) return [];
  const soonest = addHours(occasion.now, rules.firstAnswerHours).toISOString();
  const resolveBy = complaint.settleBy > soonest ? complaint.settleBy : soonest;
  return [{ ...sign(occasion), type: 'replied', data: { text, level: complaint.level, resolveBy } }];
}

function escalate(
  reason: string,
  complaint: Complaint,
  occasion: Occasion,
  rules: ComplaintRules,
): ComplaintEvent[] {
  const next = getNextLevel(complaint.level);
  if (next === undefined) throw new CaseRefused('highest-level');
  let { settleBy } = complaint;
  if (isPassenger(occasion.actor)) {
    if (complaint.status !== 'closed') requireAnswer(complaint);
    settleBy = addWorkingDays(occasion.now, rules.settleWorkingDays, rules.calendar).toISOString();
  }
  const start = startLevel(next, complaint.details, settleBy, occasion, rules);
  return [{ ...sign(occasion), type: 'escalated', data: { ...start, reason } }];
}

/** An overdue complaint goes a level up; from the highest, or once the passenger agreed, it is only marked. */
function passTime(complaint: Complaint, occasion: Occasion, rules: ComplaintRules): ComplaintEvent[] {
  const { clock, level, status } = complaint;
  if (!clock || clock.overdue || clock.due > occasion.now.toISOString()) return [];
  if (getNextLevel(level) === undefined || status === 'accepted') {
    const { purpose, due } = clock;
    return [{ ...sign(occasion), type: 'overdue', data: { purpose, due } }];
  }
  return escalate(`${clock.purpose}-overdue`, complaint, { ...occasion, actor: 'system' }, rules);
}

function requireAnswer({ status }: Complaint): void {
  if (status !== 'answered' && status !== 'accepted') throw new CaseRefused('no-reply-yet');
}

function getNextLevel(level: Level): Level | undefined {
  return ({ 1: 2, 2: 3, 3: undefined } as const)[level];
}

function startLevel(
  level: Level,
  details: ComplaintDetails,
  settleBy: string,
  { now }: Occasion,
  rules: ComplaintRules,
): { level: Level; owner: Department; answerDue: string; settleBy: string } {
  const answerDue = addHours(now, rules.firstAnswerHours).toISOString();
  return { level, owner: chooseOwner(details, level), answerDue, settleBy };
}

function addHours(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}
