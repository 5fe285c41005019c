import { describe, expect, it } from '@jest/globals';
import { listPressing, showDeadlines } from '../../../dialogs/baggageClaim/showDeadlines.js';
import { createContext } from '../form/demoForm.js';
import type { BaggageDeadline } from '../../../services/cases/claim/baggageDeadlines.js';

const { voice } = createContext();
const damage = { name: 'damage-notice', day: '2026-11-28', sources: ['montreal-31-2'] } as const;
const lost = { name: 'lost', day: '2026-11-28', sources: ['montreal-17-3'] } as const;

describe('showDeadlines', () => {
  it.each<[string, BaggageDeadline]>([
    [
      '- 28 November 2026: last day to complain in writing about damage or missing contents (Montreal Convention, Art. 31(2))',
      { ...damage, state: 'open', daysLeft: 6 },
    ],
    [
      '- ⚠️ 28 November 2026, **2 days left**: last day to complain in writing about damage or missing contents (Montreal Convention, Art. 31(2))',
      { ...damage, state: 'near', daysLeft: 2 },
    ],
    [
      '- ⚠️ 28 November 2026, **1 day left**: last day to complain in writing about damage or missing contents (Montreal Convention, Art. 31(2))',
      { ...damage, state: 'near', daysLeft: 1 },
    ],
    [
      '- ⚠️ **Today**, 28 November 2026: last day to complain in writing about damage or missing contents (Montreal Convention, Art. 31(2))',
      { ...damage, state: 'near', daysLeft: 0 },
    ],
    [
      '- ❗ 28 November 2026, **already past**: last day to complain in writing about damage or missing contents (Montreal Convention, Art. 31(2)). I take your report all the same; our staff will tell you what is still possible.',
      { ...damage, state: 'past', daysLeft: -1 },
    ],
    [
      '- 28 November 2026: until then we go on looking; afterwards you may claim the bag as lost (Montreal Convention, Art. 17(3))',
      { ...lost, state: 'near', daysLeft: 1 },
    ],
    [
      '- Since the end of 28 November 2026 you may claim the bag as lost (Montreal Convention, Art. 17(3))',
      { ...lost, state: 'past', daysLeft: -1 },
    ],
    [
      '- 21 days from the day you get the bag: last day to complain in writing about the delay (Montreal Convention, Art. 31(2); Civil Aviation Law of China, Art. 142)',
      {
        name: 'delay-notice',
        state: 'not-started',
        periodDays: 21,
        sources: ['montreal-31-2', 'civil-aviation-law-142'],
      },
    ],
  ])('%s', (line, deadline) => {
    expect(showDeadlines([deadline], voice)).toBe(`**Time limits that apply**\n\n${line}`);
  });

  it('says nothing of none', () => expect(showDeadlines([], voice)).toBe(''));
});

describe('listPressing', () => {
  it('warns of what the passenger can miss', () => {
    const near = { ...damage, state: 'near', daysLeft: 3 } as const;
    const past = { ...damage, state: 'past', daysLeft: -1 } as const;
    const open = { ...damage, state: 'open', daysLeft: 4 } as const;
    expect(listPressing([open, near, past, { ...lost, state: 'past', daysLeft: -1 }])).toEqual([near, past]);
  });
});
