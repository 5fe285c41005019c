import { describe, expect, it } from '@jest/globals';
import { splitQuestions } from '../../../faq/understanding/splitQuestions.js';

describe('splitQuestions', () => {
  it.each([
    [
      'can I bring a power bank and how early should I be there?',
      'can I bring a power bank',
      'how early should I be there?',
    ],
    ['How many bags can I take? Where do I check in?', 'How many bags can I take?', 'Where do I check in?'],
    ['可以带充电宝吗？要提前多久到机场？', '可以带充电宝吗？', '要提前多久到机场？'],
    ['行李可以带几件，另外怎么选座位', '行李可以带几件', '怎么选座位'],
    ['可以帶行動電源嗎？要提早多久到機場？', '可以帶行動電源嗎？', '要提早多久到機場？'],
  ])('%j asks two things', (text, first, second) => {
    expect(splitQuestions(text)).toEqual([first, second]);
  });

  it.each([
    'can I bring a power bank?',
    'Hello. Can I bring a power bank?',
    'My flight was cancelled and I am stuck. What can I do?',
    'can I bring fruit and vegetables',
    'How are you? Can I bring a dog? And what does it cost? When do I have to say so?',
    '我的行李没到，怎么办？',
    '',
  ])('%j does not', (text) => {
    expect(splitQuestions(text)).toBeUndefined();
  });
});
