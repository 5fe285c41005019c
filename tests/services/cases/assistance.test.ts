import { describe, expect, it } from '@jest/globals';
import type { AssistanceInput } from '../../../services/cases/assistance/assistanceDetails.js';
import { createAssistanceRulebook } from '../../../services/cases/assistance/assistanceRulebook.js';
import { assessTimeliness } from '../../../services/cases/assistance/timeliness.js';
import { given, type Step } from './decider.js';
import { describeAssistance, RULES } from './desk.js';

const rulebook = createAssistanceRulebook(RULES.assistance);
const FILED = '2026-12-01T02:00:00.000Z';
const givenRequest = (...steps: Step<'assistance'>[]) =>
  given(rulebook, describeAssistance(), FILED, ...steps);
const confirm: Step<'assistance'> = { command: { type: 'confirm', text: 'A chair will be at the desk.' } };

describe('a request for assistance', () => {
  it.each<[string, Partial<AssistanceInput>, string, number, boolean]>([
    [
      'a wheelchair at home, in time to the second',
      { international: false },
      '2026-12-03T16:00:00Z',
      24,
      true,
    ],
    ['a wheelchair at home, a second late', { international: false }, '2026-12-03T16:00:01Z', 24, false],
    ['a wheelchair abroad', { international: true }, '2026-12-03T02:00:00Z', 48, false],
    ['not known whether abroad: the longer notice', {}, '2026-12-03T02:00:00Z', 48, false],
    [
      'a departure time that is known',
      { international: false, departure: '2026-12-05T20:00:00+08:00' },
      '2026-12-04T12:00:00Z',
      24,
      true,
    ],
    [
      'the strictest of several needs',
      { needs: ['wheelchair-ramp', 'stretcher'], international: false },
      '2026-12-01T16:00:00Z',
      72,
      true,
    ],
    [
      "by the departure airport's day",
      { origin: 'LHR', international: false },
      '2026-12-04T00:00:00Z',
      24,
      true,
    ],
  ])('%s', (_name, changes, now, noticeHours, inTime) => {
    const found = assessTimeliness(describeAssistance(changes), RULES.assistance, new Date(now));
    expect(found).toMatchObject({ noticeHours, inTime });
  });

  it('is taken when late, and marked; codes stand once', () => {
    const late = given(
      rulebook,
      describeAssistance({ needs: ['meet-and-assist', 'pregnant', 'wheelchair-seat'], date: '2026-12-01' }),
      FILED,
    );
    expect(late.state).toMatchObject({
      status: 'requested',
      codes: ['MAAS', 'WCHC'],
      timeliness: { inTime: false },
    });
  });

  it('is confirmed and done, or declined, with the words for the passenger', () => {
    const confirmed = givenRequest(confirm);
    expect(confirmed.state).toMatchObject({ status: 'confirmed', replies: [{ by: 'agent:li' }] });
    expect(confirmed.when({ command: { type: 'close', outcome: 'Done.' } }).state.status).toBe('done');
    const declined = givenRequest({ command: { type: 'decline', reason: 'No oxygen on this flight.' } });
    expect(declined.state).toMatchObject({
      status: 'declined',
      replies: [{ text: 'No oxygen on this flight.' }],
    });
    declined.when(confirm).expectRefusal('closed');
  });

  it('is marked once when it was not answered in time', () => {
    const request = givenRequest();
    expect(request.nextDue()).toBe('2026-12-02T02:00:00.000Z');
    const late = { command: { type: 'pass-time' }, at: '2026-12-02T02:00:00.000Z', by: 'system' } as const;
    request.when(late).expectEvents([{ type: 'overdue', actor: 'system' }]);
    request.when(late).expectEvents([]);
    expect(request.nextDue()).toBeUndefined();
    givenRequest(confirm).when(late).expectEvents([]);
  });

  it('can be withdrawn by the passenger, who can do nothing of the staff', () => {
    const by = 'passenger:user-1' as const;
    const withdrawn = givenRequest().when({ command: { type: 'withdraw' }, by });
    withdrawn.expectEvents([{ type: 'withdrawn' }]);
    givenRequest()
      .when({ ...confirm, by })
      .expectRefusal('staff-only');
    givenRequest()
      .when({ command: { type: 'close', outcome: 'Done.' } })
      .expectRefusal('not-from-this-status');
  });
});
