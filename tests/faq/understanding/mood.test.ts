import { describe, expect, it } from '@jest/globals';
import { soundsUpset } from '../../../faq/understanding/mood.js';
import { normaliseText } from '../../../faq/understanding/normalise.js';

describe('soundsUpset', () => {
  it.each([
    'This is ridiculous, where is my bag?',
    'I am FURIOUS',
    "you people are useless, it's been 5 hours",
    '气死我了，行李又没到',
    '太過分了！',
    '快急哭了怎么办',
  ])('hears it in %j', (text) => {
    expect(soundsUpset(normaliseText(text))).toBe(true);
  });

  it.each([
    'where is my bag',
    'I am not angry, just asking',
    '我没有生气，就是问问',
    'can I take a useful tool',
    '行李没到',
    '',
  ])('does not in %j', (text) => {
    expect(soundsUpset(normaliseText(text))).toBe(false);
  });
});
