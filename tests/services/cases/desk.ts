import type { CaseNotice } from '../../../services/cases/caseNotice.js';
import type { CaseRules } from '../../../services/cases/caseRules.js';
import { openCases, type Cases } from '../../../services/cases/openCases.js';
import { NOTICE_KINDS, type NoticeKind } from '../../../services/cases/assistance/assistanceCodes.js';
import type { AssistanceInput } from '../../../services/cases/assistance/assistanceDetails.js';
import type { ClaimInput } from '../../../services/cases/claim/claimDetails.js';
import type { ComplaintInput } from '../../../services/cases/complaint/complaintDetails.js';
import type { MessageInput } from '../../../services/cases/message/messageDetails.js';
import type { EventLog } from '../../../services/eventLog.js';
import { MemoryAgenda } from '../../contracts/memoryAgenda.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const notice = Object.fromEntries(
  NOTICE_KINDS.map((kind) => [kind, { domestic: 48, international: 48 }]),
) as Record<NoticeKind, { domestic: number; international: number }>;

export const RULES: CaseRules = {
  timeZone: 'Asia/Shanghai',
  claim: {
    timeZone: 'Asia/Shanghai',
    baggage: {
      damageNoticeDays: 7,
      delayNoticeDays: 21,
      lostAfterDays: 21,
      suitYears: 2,
      civilAviationLawFrom: '2026-07-01',
    },
  },
  complaint: {
    firstAnswerHours: 24,
    settleWorkingDays: 10,
    reviewRequestDays: 30,
    calendar: { timeZone: 'Asia/Shanghai', holidays: [], workedWeekendDays: [] },
  },
  assistance: {
    timeZone: 'Asia/Shanghai',
    noticeHours: {
      ...notice,
      wheelchair: { domestic: 24, international: 48 },
      clearance: { domestic: 72, international: 72 },
    },
    answerHours: 24,
  },
  message: { answerHours: 24, callGraceMinutes: 30 },
};

/** A clock a test sets. */
class TestClock {
  constructor(private time: Date) {}

  now(): Date {
    return new Date(this.time);
  }

  set(time: string): void {
    this.time = new Date(time);
  }

  advance(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}

export interface TestDesk extends Cases {
  readonly clock: TestClock;
  readonly eventLog: EventLog;
  readonly agenda: MemoryAgenda;
  readonly notices: CaseNotice[];
  /** Wakes every case whose time has come, as the running service does. */
  runAgenda(): Promise<void>;
}

export interface TestDeskParts {
  readonly now?: string;
  readonly eventLog?: EventLog;
  readonly notify?: (notice: CaseNotice) => Promise<void>;
}

export function openTestDesk({
  now = '2026-12-01T02:00:00Z',
  eventLog,
  notify,
}: TestDeskParts = {}): TestDesk {
  const parts = {
    eventLog: eventLog ?? new MemoryEventLog(),
    agenda: new MemoryAgenda(),
    clock: new TestClock(new Date(now)),
  };
  const notices: CaseNotice[] = [];
  const cases = openCases({
    ...parts,
    rules: RULES,
    notify: async (notice) => {
      await notify?.(notice);
      notices.push(notice);
    },
  });
  return { ...parts, ...cases, notices, runAgenda: () => runAgenda(parts.agenda, parts.clock, cases) };
}

async function runAgenda(agenda: MemoryAgenda, clock: TestClock, { waker }: Cases): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const due = await agenda.takeDue(clock.now(), 100);
    if (due.length === 0) return;
    for (const entry of due) await agenda.settle(entry, await waker.handle(entry));
  }
  throw new Error('The agenda never comes to rest.');
}

const filer = { id: 'user-1', conversation: { id: 'conversation-1' }, language: 'en' };

export function describeClaim(changes: Partial<ClaimInput> = {}): ClaimInput {
  return {
    type: 'delayed',
    flight: 'MU5137',
    date: '2026-11-30',
    station: 'PEK',
    carriage: 'domestic-china',
    name: 'ZHANG/WEI',
    tags: ['0781234567'],
    appearance: {
      words: 'a black case',
      colour: 'black',
      type: 'soft-upright',
      externals: ['wheels', 'rigid'],
    },
    contact: { phone: '+86 138 0000 0000' },
    filer,
    ...changes,
  };
}

export function describeComplaint(changes: Partial<ComplaintInput> = {}): ComplaintInput {
  return {
    category: 'cabin-service',
    text: 'Nobody came when I rang.',
    flight: 'CA1501',
    date: '2026-11-30',
    name: 'Li Na',
    contact: { email: 'li@example.com' },
    filer,
    ...changes,
  };
}

export function describeAssistance(changes: Partial<AssistanceInput> = {}): AssistanceInput {
  return {
    needs: ['wheelchair-ramp'],
    flight: 'CA1501',
    date: '2026-12-05',
    name: 'Wang Fang',
    contact: { phone: '13800000000' },
    filer,
    ...changes,
  };
}

export function describeMessage(changes: Partial<MessageInput> = {}): MessageInput {
  return {
    text: 'When is my refund paid?',
    name: 'Chen Jie',
    contact: { phone: '13800000000' },
    filer,
    ...changes,
  };
}
