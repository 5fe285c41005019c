import { describe, expect, it } from '@jest/globals';
import { judge, measure, type Outcome } from '../../../faq/understanding/measure.js';
import type { Route } from '../../../faq/understanding/route.js';

function judgeOne(accept: string[], route: Route, candidates: Route[] = [route]): Outcome {
  const scored = candidates.map((candidate) => ({ route: candidate, score: 0.3 }));
  return judge({ text: 'x', lang: 'en', accept }, { route, candidates: scored });
}

describe('judge', () => {
  it.each<[Outcome, string[], Route, Route[]]>([
    ['right', ['faq:a.a', 'faq:b.b'], 'faq:b.b', []],
    ['right', ['smalltalk'], 'smalltalk:thanks', []],
    ['wrong', ['faq:a.a'], 'faq:b.b', ['faq:b.b', 'faq:a.a']],
    ['assisted', ['faq:a.a'], 'clarify', ['faq:b.b', 'faq:c.c', 'faq:a.a']],
    ['wrong', ['faq:a.a'], 'clarify', ['faq:b.b', 'faq:c.c', 'faq:d.d', 'faq:a.a']],
    ['missed', ['faq:a.a'], 'none', ['faq:a.a']],
    ['refused', ['none'], 'none', []],
    ['false', ['none'], 'clarify', ['faq:a.a', 'faq:b.b']],
    ['false', ['none'], 'faq:a.a', []],
  ])('%s: wanted %j, got %s of %j', (expected, accept, route, candidates) => {
    expect(judgeOne(accept, route, candidates)).toBe(expected);
  });
});

describe('measure', () => {
  it('counts by language, kind of route and tag', () => {
    const answer = { route: 'none' as const, candidates: [] };
    const table = measure([
      { line: { text: 'a', lang: 'en', accept: ['faq:a.a'], tags: ['terse'] }, answer, outcome: 'missed' },
      { line: { text: 'b', lang: 'zh-Hans', accept: ['faq:a.a'] }, answer, outcome: 'right' },
      { line: { text: 'c', lang: 'en', accept: ['none'] }, answer, outcome: 'refused' },
    ]);
    expect(table['all']).toMatchObject({ lines: 2, right: 0.5, missed: 0.5, noneLines: 1, falseAnswers: 0 });
    expect(table['en']).toMatchObject({ lines: 1, right: 0, missed: 1 });
    expect(table['faq']).toMatchObject({ lines: 2 });
    expect(table['#terse']).toMatchObject({ lines: 1, missed: 1 });
  });
});
