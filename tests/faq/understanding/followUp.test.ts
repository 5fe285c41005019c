import { describe, expect, it } from '@jest/globals';
import {
  isFollowUp,
  leanToSubject,
  measureBelonging,
  namesOnlyCase,
} from '../../../faq/understanding/followUp.js';
import { normaliseText } from '../../../faq/understanding/normalise.js';
import type { Route } from '../../../faq/understanding/route.js';

describe('isFollowUp', () => {
  it.each([
    'and for kids?',
    'What about my dog',
    'but on international flights',
    '那儿童呢？',
    '那麼嬰兒呢',
    '国际的呢',
  ])('%j goes on with what was said', (text) => {
    expect(isFollowUp(normaliseText(text))).toBe(true);
  });

  it.each([
    'how big may my cabin bag be',
    'and then we waited for three hours in the rain until somebody came',
    '行李丢了怎么办',
    '那天我们在机场等了整整三个小时都没有人来管我们',
  ])('%j stands alone', (text) => {
    expect(isFollowUp(normaliseText(text))).toBe(false);
  });
});

describe('namesOnlyCase', () => {
  it.each([
    'what about international',
    'and business class?',
    'and on domestic flights',
    'what about to Japan',
    'and my wife?',
    '那国际呢',
    '那商务舱呢？',
    '那去日本呢',
    '如果是头等舱呢',
    '那國際航班呢',
  ])('%j asks the same of another case', (text) => {
    const normalised = normaliseText(text);
    expect([isFollowUp(normalised), namesOnlyCase(normalised)]).toEqual([true, true]);
  });

  it.each(['and for kids?', 'what about my dog', '那登机箱呢', '那退票呢', 'and the lounge?'])(
    '%j asks something else',
    (text) => {
      expect(namesOnlyCase(normaliseText(text))).toBe(false);
    },
  );
});

describe('measureBelonging', () => {
  it.each(['and for kids?', 'what about infants', '那儿童呢？', '那小孩呢', '那寶寶呢'])(
    '%j belongs closely to what was said',
    (text) => {
      expect(measureBelonging(normaliseText(text))).toBeGreaterThan(
        measureBelonging(normaliseText('and the lounge?')),
      );
    },
  );
});

describe('leanToSubject', () => {
  const routes: Route[] = ['faq:baggage.infant-and-child', 'faq:booking.child-and-infant-tickets', 'none'];
  const before = { shares: Float64Array.of(0.2, 0.3, 0), refusal: 0.5 };

  it('prefers the subject that was just answered and refuses less', () => {
    const { shares, refusal } = leanToSubject(routes, before, 'faq:baggage.checked-allowance');
    expect(shares[0]).toBeGreaterThan(shares[1]!);
    expect(refusal).toBeLessThan(0.5);
    expect(shares.reduce((sum, share) => sum + share, refusal)).toBeCloseTo(1, 9);
  });

  it('takes a dialog for its subject', () => {
    const { shares } = leanToSubject(
      ['faq:special.pets', 'faq:baggage.oversize', 'none'],
      before,
      'dialog:special-assistance',
    );
    expect(shares[0]).toBeGreaterThan(shares[1]!);
  });

  it('changes nothing after small talk', () => {
    expect(leanToSubject(routes, before, 'smalltalk:thanks')).toEqual(before);
  });
});
