import { describe, expect, it } from '@jest/globals';
import { describeCase } from '../../../../bot/channels/desk/caseViews.js';
import type { Case } from '../../../../services/cases/caseKinds.js';

const NOW = new Date('2026-11-22T12:00:00Z');

function createCase(kind: string, state: object): Case {
  const filedAt = '2026-11-21T12:00:00Z';
  return { kind, reference: 'R', version: 1, open: true, state: { filedAt, ...state } } as unknown as Case;
}

describe('the clock of a case', () => {
  it.each([
    ['a claim', 'claim', { status: 'tracing' }, { overdue: false }],
    [
      'a complaint',
      'complaint',
      { status: 'filed', level: 1, owner: 'sales', clock: { due: '2026-11-22T13:00:00Z', overdue: false } },
      { due: '2026-11-22T13:00:00Z', overdue: false },
    ],
    [
      'a late message',
      'message',
      { status: 'left', answerBy: '2026-11-22T11:00:00Z', overdue: false },
      { due: '2026-11-22T11:00:00Z', overdue: true },
    ],
    [
      'an answered message',
      'message',
      { status: 'answered', answerBy: '2026-11-22T11:00:00Z', overdue: true },
      { overdue: false },
    ],
    [
      'a request',
      'assistance',
      { status: 'requested', answerBy: '2026-11-22T13:00:00Z', overdue: false },
      { due: '2026-11-22T13:00:00Z', overdue: false },
    ],
  ])('is that of %s', (_what, kind, state, clock) => {
    const { due, overdue } = describeCase(createCase(kind, state), NOW);
    expect({ ...(due !== undefined && { due }), overdue }).toEqual(clock);
  });
});
