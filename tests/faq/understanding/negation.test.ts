import { describe, expect, it } from '@jest/globals';
import { dropNegated } from '../../../faq/understanding/negation.js';

describe('dropNegated', () => {
  it.each([
    ['not a refund, I want to rebook', 'I want to rebook'],
    ["I don't want to cancel, I want to change the date", 'I want to change the date'],
    ['I want to change my flight, not refund it', 'I want to change my flight'],
    ['this is not about my bag, I need a wheelchair', 'I need a wheelchair'],
    ['不是要退票，是要改签', '是要改签'],
    ['我不想退票，我想改签', '想改签'],
    ['我要改签，不是退票', '我要改签'],
    ['不是要退票，是要改簽', '是要改簽'],
  ])('%j means %j', (text, meant) => {
    expect(dropNegated(text)).toBe(meant);
  });

  it.each([
    'my bag did not arrive',
    'I do not have my passport',
    'the boarding pass is not there, what now',
    'why not',
    'not a refund',
    '我不能退票吗',
    '行李没到怎么办',
    '不是要退票',
    '不要',
  ])('%j stands as it is', (text) => {
    expect(dropNegated(text)).toBe(text);
  });
});
