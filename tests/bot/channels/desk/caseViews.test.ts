import { describe, expect, it } from '@jest/globals';
import { describeCase, describeCaseDetail } from '../../../../bot/channels/desk/caseViews.js';
import { loadWords, type TranslationKey } from '../../../../locales/index.js';
import { ASSISTANCE_NEEDS } from '../../../../services/cases/assistance/assistanceCodes.js';
import { BAG_COLOURS, BAG_EXTERNALS, BAG_TYPES } from '../../../../services/cases/claim/bagCodes.js';
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

describe('what was filed', () => {
  const describeFacts = (kind: string, details: object) =>
    describeCaseDetail(createCase(kind, { status: 'reported', details }), [], [], NOW).facts;

  it('has the trade’s codes beside the names of its terms', () => {
    const appearance = {
      words: 'dented',
      colour: 'black',
      type: 'soft-upright',
      externals: ['rigid', 'wheels'],
    };
    expect(describeFacts('claim', { flight: 'RE101', appearance })).toEqual([
      { name: 'flight', value: 'RE101' },
      { name: 'appearance.words', value: 'dented' },
      { name: 'appearance.colour', value: 'black', terms: [{ name: 'black', code: 'BK' }] },
      { name: 'appearance.type', value: 'soft-upright', terms: [{ name: 'soft-upright', code: '22' }] },
      {
        name: 'appearance.externals',
        value: 'rigid, wheels',
        terms: [
          { name: 'rigid', code: 'R' },
          { name: 'wheels', code: 'W' },
        ],
      },
    ]);
    expect(describeFacts('assistance', { needs: ['wheelchair-ramp', 'meal-vegan'] })).toMatchObject([
      { name: 'needs', terms: [{ code: 'WCHR' }, { code: 'VGML' }] },
    ]);
  });

  it('has words on the page for every term, in both languages', () => {
    const terms = [BAG_COLOURS, BAG_TYPES, BAG_EXTERNALS, ASSISTANCE_NEEDS].flatMap(Object.keys);
    const { translate } = loadWords();
    for (const term of terms) {
      const key = `agents:caseValue.${term}` as TranslationKey;
      expect(translate('en', key)).toMatch(/^[A-Z]/);
      expect(translate('zh-Hans', key)).toMatch(/\p{Script=Han}/u);
    }
  });
});
