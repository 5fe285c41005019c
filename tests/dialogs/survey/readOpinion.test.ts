import { describe, expect, it } from '@jest/globals';
import { FormLexicon } from '../../../dialogs/form/lexicon.js';
import { declinesWords, isOpinion, readScore } from '../../../dialogs/survey/readOpinion.js';
import type { Route, Understood } from '../../../faq/understanding/route.js';
import { loadWords } from '../../../locales/index.js';

const lexicon = new FormLexicon(loadWords().translate);

describe('a score', () => {
  it.each<[string, number, string?]>([
    ['5', 5],
    ['5 – very good', 5],
    ['five stars', 5],
    ['4 stars', 4],
    ['3 of 5', 3],
    ['⭐⭐⭐⭐', 4],
    ['very good, thanks', 5],
    ['5, she was great', 5, 'she was great'],
    ['2: I waited for an hour', 2, 'I waited for an hour'],
    ['4 stars but slow', 4, 'but slow'],
    ['5分 很满意', 5],
    ['5分很滿意', 5],
    ['五分', 5],
    ['非常满意', 5],
    ['很差', 1],
    ['四分，等得有點久', 4, '等得有點久'],
    ['4分 就是等太久', 4, '就是等太久'],
    ['一星。态度不好', 1, '态度不好'],
    ['２', 2],
  ])('is in %p', (...[text, score, words]) => {
    expect(readScore(text, lexicon)).toEqual(words === undefined ? { score } : { score, words });
  });

  it.each([
    '6',
    '0',
    '55',
    '5 bags, how much?',
    '2 people want to fly',
    '4 stars, or how does it work?',
    'RE123',
    'hello',
    'How heavy can my carry-on be?',
    '5件行李多少钱',
    '一个人能带几件行李？',
    '转人工',
    '⭐⭐⭐⭐⭐⭐',
    '',
  ])('is not in %p', (text) => {
    expect(readScore(text, lexicon)).toBeUndefined();
  });
});

describe('words after a score', () => {
  const understood = (route: Route): Understood => ({ route, score: 0.9, candidates: [], entities: {} });

  it.each<[string, Route]>([
    ['She was kind and quick', 'none'],
    ['The agent found my bag, thank you', 'dialog:baggage-claim'],
    ['很有耐心，行李的问题解决了', 'dialog:baggage-claim'],
    ['態度很好', 'smalltalk:thanks'],
    ['等太久了', 'clarify'],
  ])('are an opinion: %p', (text, route) => {
    expect(isOpinion(text, understood(route), lexicon)).toBe(true);
  });

  it.each<[string, Route]>([
    ['How heavy can my carry-on be?', 'faq:baggage.carry-on-size'],
    ['随身行李能带几公斤', 'faq:baggage.carry-on-size'],
    ['My bag never arrived', 'dialog:baggage-claim'],
    ['I need a wheelchair', 'dialog:special-assistance'],
    ['the agent again please', 'handoff'],
    ['说英文', 'language'],
    ['Who was that?', 'none'],
    ['👍', 'none'],
  ])('are answered instead: %p', (text, route) => {
    expect(isOpinion(text, understood(route), lexicon)).toBe(false);
  });

  it.each(['No, that is all', 'no thanks', 'skip', '不用了', '没有了，谢谢', '不用了，就這些', '没了'])(
    'are declined by %p',
    (text) => {
      expect(declinesWords(text, lexicon)).toBe(true);
    },
  );
});
