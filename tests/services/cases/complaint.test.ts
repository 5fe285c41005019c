import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../../../services/cases/actor.js';
import { CaseRefused } from '../../../services/cases/caseRefused.js';
import type { Complaint, ComplaintCommand } from '../../../services/cases/complaint/complaint.js';
import { createComplaintRulebook } from '../../../services/cases/complaint/complaintRulebook.js';
import { addWorkingDays } from '../../../services/cases/complaint/workingDays.js';
import {
  CHINA_HOLIDAYS,
  CHINA_WORKED_WEEKEND_DAYS,
} from '../../../services/cases/complaint/chinaHolidays.js';
import type { PassTime } from '../../../services/cases/decision.js';
import { given, type Step } from './decider.js';
import { describeComplaint, HOUR, RULES } from './desk.js';

const rulebook = createComplaintRulebook(RULES.complaint);
// A Tuesday, 10:00 in Beijing; ten working days later is Tuesday the 15th.
const FILED = '2026-12-01T02:00:00.000Z';
const REVIEW_UNTIL = '2026-12-31';
const SETTLE_BY = '2026-12-15T15:59:59.999Z';
const givenComplaint = (...steps: Step<'complaint'>[]) =>
  given(rulebook, describeComplaint(), FILED, ...steps);
const PASS_TIME = { type: 'pass-time' } as const;
const reply: Step<'complaint'> = { command: { type: 'reply', text: 'We are sorry.' } };
const passenger: Actor = 'passenger:user-1';
const escalate: Step<'complaint'> = { command: { type: 'escalate', reason: 'Not enough.' }, by: passenger };
const close: Step<'complaint'> = { command: { type: 'close', improvement: 'The crew was trained.' } };

describe('a complaint', () => {
  it('starts with the department of its category, and 24 hours to answer', () => {
    expect(givenComplaint().state).toMatchObject({
      status: 'filed',
      level: 1,
      owner: 'cabin-services',
      settleBy: SETTLE_BY,
      clock: { purpose: 'answer', startedAt: FILED, due: '2026-12-02T02:00:00.000Z', overdue: false },
    });
  });

  it('belongs to safety at once when urgent, until management decides', () => {
    const urgent = given(rulebook, describeComplaint({ urgent: true }), FILED);
    const staff: Step<'complaint'> = { command: { type: 'escalate', reason: 'Serious.' } };
    expect(urgent.state.owner).toBe('safety');
    expect(urgent.when(staff).state).toMatchObject({ level: 2, owner: 'safety' });
    expect(urgent.when(staff).state).toMatchObject({ level: 3, owner: 'management' });
  });

  it('is answered, accepted, closed with the improvement, and rated', () => {
    const complaint = givenComplaint({ command: { type: 'acknowledge' } }, reply);
    complaint.when({ command: { type: 'accept' }, by: passenger }).expectEvents([{ type: 'reply-accepted' }]);
    complaint
      .when(close)
      .expectEvents([
        { type: 'closed', data: { improvement: 'The crew was trained.', reviewUntil: REVIEW_UNTIL } },
      ]);
    const rated = complaint.when({ command: { type: 'rate', score: 4, words: 'Fine.' }, by: passenger });
    expect(rated.state).toMatchObject({
      status: 'closed',
      rating: { score: 4, words: 'Fine.' },
      clock: undefined,
    });
  });

  it('is opened again by the passenger until the last day for it, one level up, with clocks of its own', () => {
    const at = '2026-12-31T15:59:00.000Z';
    const complaint = givenComplaint(reply, close, { command: { type: 'rate', score: 1 }, by: passenger });
    const { state } = complaint.when({ ...escalate, at });
    expect(state).toMatchObject({ status: 'filed', level: 2, clock: { purpose: 'answer', startedAt: at } });
    expect([state.improvement, state.reviewUntil, state.rating]).toEqual([undefined, undefined, undefined]);
    expect(rulebook.isOpen(state)).toBe(true);
  });

  it('counts to settlement once answered, and anew only when the passenger asks for the next level', () => {
    expect(givenComplaint(reply).state.clock).toMatchObject({ purpose: 'resolution', due: SETTLE_BY });
    const at = '2026-12-08T02:00:00.000Z';
    const asked = givenComplaint(reply, { ...escalate, at }).state;
    expect(asked).toMatchObject({
      level: 2,
      owner: 'customer-service',
      settleBy: '2026-12-22T15:59:59.999Z',
    });
    expect(asked.clock).toMatchObject({ purpose: 'answer', startedAt: at, due: '2026-12-09T02:00:00.000Z' });
    const staff = givenComplaint({ command: { type: 'escalate', reason: 'Serious.' }, at }).state;
    expect(staff.settleBy).toBe(SETTLE_BY);
  });

  it('goes up by itself when the answer is overdue, level by level, and is marked at the top', () => {
    const complaint = givenComplaint();
    expect(complaint.nextDue()).toBe('2026-12-02T02:00:00.000Z');
    complaint.when({ command: PASS_TIME, at: '2026-12-02T01:59:59.999Z' }).expectEvents([]);
    complaint
      .when({ command: PASS_TIME, at: '2026-12-02T02:00:00.000Z', by: 'system' })
      .expectEvents([{ type: 'escalated', actor: 'system', data: { level: 2, reason: 'answer-overdue' } }]);
    // The service was down for a week: the level has its 24 hours from when it gets the complaint.
    const third = complaint.when({ command: PASS_TIME, at: '2026-12-09T02:00:00.000Z', by: 'system' });
    expect(third.state).toMatchObject({ level: 3, clock: { due: '2026-12-10T02:00:00.000Z' } });
    complaint
      .when({ command: PASS_TIME, at: '2026-12-11T00:00:00.000Z', by: 'system' })
      .expectEvents([{ type: 'overdue', data: { purpose: 'answer' } }]);
    complaint.when({ command: PASS_TIME }).expectEvents([]);
    expect(complaint.nextDue()).toBeUndefined();
    expect(complaint.when(reply).state.clock).toMatchObject({ overdue: false, due: SETTLE_BY });
  });

  it('goes up when it is answered but not settled in time, unless the passenger agreed', () => {
    const late = { command: PASS_TIME, at: '2026-12-16T00:00:00.000Z', by: 'system' } as const;
    givenComplaint(reply)
      .when(late)
      .expectEvents([{ type: 'escalated', data: { level: 2, reason: 'resolution-overdue' } }]);
    givenComplaint(reply, { command: { type: 'accept' }, by: passenger })
      .when(late)
      .expectEvents([{ type: 'overdue', data: { purpose: 'resolution' } }]);
  });

  it('leaves a reply given after the outer limit a day to settle', () => {
    const at = '2026-12-20T00:00:00.000Z';
    const complaint = givenComplaint({ command: PASS_TIME, at, by: 'system' });
    expect(complaint.when(reply).state.clock).toMatchObject({ due: '2026-12-21T00:00:00.000Z' });
  });

  it.each<[string, Step<'complaint'>[], Step<'complaint'>, ConstructorParameters<typeof CaseRefused>[0]]>([
    ['closing without a reply', [], close, 'no-reply-yet'],
    ['closing with a reply of the level below', [reply, escalate], close, 'no-reply-yet'],
    ['closing by the passenger', [reply], { ...close, by: passenger }, 'staff-only'],
    ['a reply by the passenger', [], { ...reply, by: passenger }, 'staff-only'],
    ['a reply after closing', [reply, close], reply, 'closed'],
    ['the next level after closing, by staff', [reply, close], { ...escalate, by: 'agent:li' }, 'closed'],
    ['what management closed', [reply, escalate, reply, escalate, reply, close], escalate, 'highest-level'],
    [
      'the next level too long after closing',
      [reply, close],
      { ...escalate, at: '2027-02-01T00:00:00.000Z' },
      'review-period-over',
    ],
    ['the next level before an answer', [], escalate, 'no-reply-yet'],
    ['a level above management', [reply, escalate, reply, escalate, reply], escalate, 'highest-level'],
    ['accepting nothing', [], { command: { type: 'accept' }, by: passenger }, 'no-reply-yet'],
    ['accepting by staff', [reply], { command: { type: 'accept' } }, 'passenger-only'],
    ['rating before the end', [reply], { command: { type: 'rate', score: 1 }, by: passenger }, 'not-closed'],
    [
      'rating twice',
      [reply, close, { command: { type: 'rate', score: 1 }, by: passenger }],
      { command: { type: 'rate', score: 5 }, by: passenger },
      'already-rated',
    ],
  ])('refuses %s', (_name, steps, step, reason) => {
    givenComplaint(...steps)
      .when(step)
      .expectRefusal(reason);
  });

  it('is named to a person anew at each level', () => {
    const assign: Step<'complaint'> = { command: { type: 'assign', to: 'Wu', reason: 'Knows the crew.' } };
    const complaint = givenComplaint(assign, reply);
    expect(complaint.state.assignee).toBe('Wu');
    expect(complaint.when(escalate).state.assignee).toBeUndefined();
  });

  it('does nothing when the same is sent twice', () => {
    const rate: Step<'complaint'> = { command: { type: 'rate', score: 5 }, by: passenger };
    givenComplaint(reply).when(reply).expectEvents([]);
    givenComplaint(reply, close).when(close).expectEvents([]);
    givenComplaint(reply, close, rate).when(rate).expectEvents([]);
  });
});

describe('any order of commands to a complaint', () => {
  const command: fc.Arbitrary<ComplaintCommand | PassTime> = fc.oneof(
    fc.constant({ type: 'acknowledge' as const }),
    fc.record({
      type: fc.constant('assign' as const),
      to: fc.constantFrom('li', 'wu'),
      reason: fc.constant('r'),
    }),
    fc.record({ type: fc.constant('reply' as const), text: fc.constantFrom('one', 'two') }),
    fc.record({ type: fc.constant('escalate' as const), reason: fc.constant('r') }),
    fc.constant({ type: 'accept' as const }),
    fc.record({ type: fc.constant('close' as const), improvement: fc.constantFrom('one', 'two') }),
    fc.record({ type: fc.constant('add-information' as const), addition: fc.constant({ text: 'more' }) }),
    fc.record({ type: fc.constant('rate' as const), score: fc.integer({ min: 1, max: 5 }) }),
    fc.constant(PASS_TIME),
  );
  const step = fc.record({
    command,
    by: fc.constantFrom<Actor>('passenger:user-1', 'agent:li', 'system', 'bot'),
    wait: fc.integer({ min: 0, max: 40 * HOUR }),
  });

  it('keeps what a complaint promises', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = Date.parse(FILED);
        const filed = rulebook.file('key', rulebook.detailsSchema.parse(describeComplaint()), {
          now: new Date(now),
          actor: passenger,
        });
        let complaint = rulebook.evolve(undefined, filed)!;
        for (const { command: what, by, wait } of steps) {
          now += wait;
          const before = complaint;
          try {
            for (const event of rulebook.decide(what, before, { now: new Date(now), actor: by })) {
              expect(event.time).toBe(new Date(now).toISOString());
              complaint = rulebook.evolve(complaint, rulebook.eventSchema.parse(event))!;
            }
          } catch (error) {
            expect(error).toBeInstanceOf(CaseRefused);
            expect(complaint).toBe(before);
          }
          checkPromises(before, complaint, now);
        }
      }),
      { numRuns: 1500 },
    );
  });

  function checkPromises(before: Complaint, after: Complaint, now: number): void {
    expect(after.level).toBeGreaterThanOrEqual(before.level);
    expect(after.level - before.level).toBeLessThanOrEqual(1);
    const isClosed = after.status === 'closed';
    expect(after.clock === undefined).toBe(isClosed);
    if (after.level !== before.level) {
      expect(after.clock).toMatchObject({
        purpose: 'answer',
        startedAt: new Date(now).toISOString(),
        overdue: false,
      });
      expect(Date.parse(after.clock!.due) - now).toBe(24 * HOUR);
    }
    // It opens again only one level up, where everything begins anew.
    if (before.status === 'closed' && after.status !== 'closed') {
      expect(after.level).toBe(before.level + 1);
      expect([after.status, after.improvement, after.rating]).toEqual(['filed', undefined, undefined]);
    }
    if (before.status === 'closed' && after.status === 'closed') {
      expect({ ...after, rating: undefined }).toEqual({ ...before, rating: undefined });
      if (before.rating) expect(after.rating).toEqual(before.rating);
    }
    if (isClosed) {
      expect(after.improvement).toMatch(/./);
      expect(after.replies.some(({ level }) => level === after.level)).toBe(true);
    }
    if (after.status === 'answered' || after.status === 'accepted') {
      expect(after.replies.at(-1)?.level).toBe(after.level);
      expect(after.clock?.purpose).toBe('resolution');
    }
    // What was said stays said.
    expect(after.replies.slice(0, before.replies.length)).toEqual(before.replies);
    expect(after.additions.slice(0, before.additions.length)).toEqual(before.additions);
    // The clock never runs unheard: while it does, the case asks to be looked at.
    const due = rulebook.getNextDue(after, new Date(now));
    expect(due === undefined).toBe(isClosed || after.clock!.overdue);
  }
});

describe('working days', () => {
  const calendar = {
    timeZone: 'Asia/Shanghai',
    holidays: CHINA_HOLIDAYS,
    workedWeekendDays: CHINA_WORKED_WEEKEND_DAYS,
  };

  it.each([
    ['over a weekend', '2026-12-04T02:00:00Z', 1, '2026-12-07T15:59:59.999Z'],
    ['from late in the evening', '2026-12-01T15:59:00Z', 1, '2026-12-02T15:59:59.999Z'],
    ['from just after midnight', '2026-12-01T16:01:00Z', 1, '2026-12-03T15:59:59.999Z'],
    ['from a Sunday', '2026-12-06T02:00:00Z', 10, '2026-12-18T15:59:59.999Z'],
    ['over the National Day, with a Saturday worked', '2026-09-30T02:00:00Z', 3, '2026-10-10T15:59:59.999Z'],
    ['over the Spring Festival', '2026-02-13T02:00:00Z', 2, '2026-02-24T15:59:59.999Z'],
  ])('%s', (_name, from, count, expected) => {
    expect(addWorkingDays(new Date(from), count, calendar).toISOString()).toBe(expected);
  });

  it('lists only days that would otherwise be worked, or not', () => {
    const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
    for (const day of CHINA_HOLIDAYS) expect([1, 2, 3, 4, 5]).toContain(weekday(day));
    for (const day of CHINA_WORKED_WEEKEND_DAYS) expect([0, 6]).toContain(weekday(day));
  });
});
