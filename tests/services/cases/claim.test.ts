import { describe, expect, it } from '@jest/globals';
import { getBagCode, type BagLook } from '../../../services/cases/claim/bagCodes.js';
import { createClaimRulebook } from '../../../services/cases/claim/claimRulebook.js';
import type { ClaimInput } from '../../../services/cases/claim/claimDetails.js';
import { given, type Step } from './decider.js';
import { describeClaim, openTestDesk, RULES } from './desk.js';

const rulebook = createClaimRulebook(RULES.claim);
const FILED = '2026-12-01T02:00:00.000Z';
const givenClaim = (details: Partial<ClaimInput>, ...steps: Step<'claim'>[]) =>
  given(rulebook, describeClaim(details), FILED, ...steps);
const move = (
  to: 'tracing' | 'located' | 'delivering' | 'lost' | 'under-review' | 'offered' | 'decided',
): Step<'claim'> => ({
  command: { type: 'move', to, reason: 'because' },
});
const PASS_TIME = { type: 'pass-time' } as const;

describe('a claim', () => {
  it('goes from report to delivery, each step with its reason', () => {
    const claim = givenClaim({}, move('tracing'), move('located'));
    claim.when(move('delivering')).expectEvents([
      {
        type: 'status-changed',
        actor: 'agent:li',
        data: { from: 'located', to: 'delivering', reason: 'because' },
      },
    ]);
    claim.when({ command: { type: 'close', outcome: 'Handed over.' } }).expectEvents([{ type: 'closed' }]);
  });

  it.each([
    ['delayed', [], 'under-review'],
    ['delayed', [move('tracing')], 'offered'],
    ['damaged', [], 'tracing'],
    ['damaged', [], 'decided'],
    ['missing-contents', [move('under-review'), move('decided')], 'offered'],
  ] as const)('%s: cannot jump after %j to %s', (type, steps, to) => {
    givenClaim({ type }, ...steps)
      .when(move(to))
      .expectRefusal('not-from-this-status');
  });

  it('goes from loss to an offer and a decision', () => {
    const steps = [move('lost'), move('under-review'), move('offered')];
    expect(givenClaim({}, ...steps).when(move('decided')).state.status).toBe('decided');
  });

  it('does nothing for a move to where it is, a reply sent twice, or a day told twice', () => {
    const reply: Step<'claim'> = { command: { type: 'reply', text: 'We are looking.' } };
    const received: Step<'claim'> = {
      command: { type: 'report-received', day: '2026-12-01' },
      by: 'passenger:u',
    };
    const claim = givenClaim({}, move('tracing'), reply, received);
    for (const step of [move('tracing'), reply, received]) claim.when(step).expectEvents([]);
  });

  it.each<Step<'claim'>['command']>([
    { type: 'move', to: 'tracing', reason: 'r' },
    { type: 'reply', text: 't' },
    { type: 'close', outcome: 'o' },
  ])('does not let a passenger %j', (command) => {
    givenClaim({}).when({ command, by: 'passenger:u' }).expectRefusal('staff-only');
  });

  it('refuses a day that has not come at the airport', () => {
    givenClaim({})
      .when({ command: { type: 'report-received', day: '2026-12-02' }, by: 'passenger:u' })
      .expectRefusal('day-ahead');
  });

  it('is final once closed', () => {
    const closed = givenClaim({}, { command: { type: 'close', outcome: 'Done.' } });
    closed
      .when({ command: { type: 'add-information', addition: { text: 'More.' } } })
      .expectRefusal('closed');
    closed.when({ command: { type: 'close', outcome: 'Done.' } }).expectEvents([]);
    closed.when({ command: PASS_TIME, at: '2028-12-01T02:00:00.000Z' }).expectEvents([]);
    expect(closed.nextDue()).toBeUndefined();
  });

  it('reminds once, on the morning three days before a deadline, where the bag is', () => {
    const damaged = givenClaim({ type: 'damaged', date: '2026-12-01' });
    // 5 December, 9:00 in Beijing; the last day is the 8th.
    expect(damaged.nextDue()).toBe('2026-12-05T01:00:00.000Z');
    damaged.when({ command: PASS_TIME, at: '2026-12-05T00:59:59.000Z' }).expectEvents([]);
    damaged
      .when({ command: PASS_TIME, at: '2026-12-05T01:00:00.000Z', by: 'system' })
      .expectEvents([
        { type: 'deadline-near', actor: 'system', data: { name: 'damage-notice', day: '2026-12-08' } },
      ]);
    damaged.when({ command: PASS_TIME }).expectEvents([]);
    expect(damaged.nextDue()).toBe('2028-11-28T01:00:00.000Z');
  });

  it('reminds late rather than never, but not once the day is over', () => {
    const late = givenClaim({ type: 'damaged', date: '2026-12-01' });
    late
      .when({ command: PASS_TIME, at: '2026-12-08T15:00:00.000Z' })
      .expectEvents([{ type: 'deadline-near' }]);
    const tooLate = givenClaim({ type: 'damaged', date: '2026-12-01' });
    tooLate.when({ command: PASS_TIME, at: '2026-12-08T16:00:00.000Z' }).expectEvents([]);
  });

  it('does not remind of what was near when it was filed, and takes a report after the deadline', () => {
    const near = givenClaim({ type: 'damaged', date: '2026-11-25' });
    expect(near.nextDue()).toBe('2028-11-22T01:00:00.000Z');
    expect(givenClaim({ type: 'damaged', date: '2026-10-01' }).state.status).toBe('reported');
  });

  it('starts the period for a delay on the day the bag came', () => {
    const received: Step<'claim'> = {
      command: { type: 'report-received', day: '2026-12-03' },
      at: '2026-12-03T08:00:00.000Z',
      by: 'passenger:u',
    };
    expect(givenClaim({}, received).nextDue()).toBe('2026-12-21T01:00:00.000Z');
  });

  it('keeps words and codes of the bag, and marks codes that were not verified', async () => {
    const test = openTestDesk();
    const { case: filed } = await test.desk.file('claim', 'a', describeClaim());
    const [event] = await test.desk.history(filed.reference);
    expect(event).toMatchObject({
      type: 'claim-filed',
      data: { bagCode: 'BK22RW', bagCodeVerified: true, details: { appearance: { words: 'a black case' } } },
    });
  });

  it.each<[BagLook, string, boolean]>([
    [
      { colour: 'black', type: 'soft-upright', externals: ['wheels', 'retractable-handle', 'rigid'] },
      'BK22RHW',
      true,
    ],
    [{ colour: 'blue', type: 'soft-upright' }, 'BU22', false],
    [{ externals: ['wheels', 'straps', 'metal', 'combination-lock'] }, 'MCS', false],
    [{}, '', true],
  ])('%j is %s', (look, code, verified) => {
    expect(getBagCode(look)).toEqual({ code, verified });
  });
});
