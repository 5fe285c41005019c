import { describe, expect, it } from '@jest/globals';
import { offerSecond } from '../../../dialogs/answering/offerSecond.js';
import { sympathise } from '../../../dialogs/answering/sympathise.js';
import type { Desk } from '../../../dialogs/desk.js';

const desk = {
  translate: (_language: string, key: string) => key,
  answers: { findQuestion: () => 'When do I have to be there?' },
} as unknown as Desk;
const passenger = { language: 'en' } as unknown as Parameters<typeof sympathise>[2];
const answered = {
  replies: [{ text: 'Up to 8 kg.', trace: { route: 'faq:baggage.carry-on-size' as const } }],
};

describe('sympathise', () => {
  it('puts one sentence before the answer to somebody upset, and none for others', () => {
    expect(sympathise(answered, { upset: true }, passenger, desk).replies[0]?.text).toBe(
      'desk:answer.sympathy\n\nUp to 8 kg.',
    );
    expect(sympathise(answered, {}, passenger, desk)).toBe(answered);
  });

  it('leaves what is no article alone', () => {
    const smalltalk = { replies: [{ text: 'Hello.', trace: { route: 'smalltalk:greeting' as const } }] };
    expect(sympathise(smalltalk, { upset: true }, passenger, desk)).toBe(smalltalk);
  });
});

describe('offerSecond', () => {
  it('adds a button first and says so', () => {
    const { replies } = offerSecond(answered, { second: 'handoff' }, passenger, desk);
    expect(replies[0]?.offers?.map(({ lead }) => lead)).toEqual(['handoff']);
    expect(replies[0]?.text).toBe('Up to 8 kg.\n\ndesk:answer.alsoAsked');
  });

  it('changes nothing without a second question', () => {
    expect(offerSecond(answered, {}, passenger, desk)).toBe(answered);
  });
});
