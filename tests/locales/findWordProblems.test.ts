import { describe, expect, it } from '@jest/globals';
import { findStrayOverrides, findWordProblems, type WordTree } from '../../locales/findWordProblems.js';

describe('findWordProblems', () => {
  const cases: [string, WordTree, WordTree, string[]][] = [
    ['nothing', { a: { b: 'x {{n}}' } }, { a: { b: '{{n, number}} y' } }, []],
    ['a missing translation', { a: 'x', b: 'y' }, { a: 'x' }, ['b is in English and not in Chinese']],
    ['a missing original', {}, { a: { c: 'x' } }, ['a.c is in Chinese and not in English']],
    ['empty words', { a: ' ' }, { a: 'x' }, ['a is empty']],
    [
      'other placeholders',
      { a: '{{n}}' },
      { a: '{{m}}' },
      ['a has other placeholders in Chinese than in English'],
    ],
    ['plural forms of one language', { a_one: 'one', a_other: 'many' }, { a_other: 'x' }, []],
  ];
  it.each(cases)('finds %s', (_name, english, chinese, problems) => {
    expect(findWordProblems(english, chinese)).toEqual(problems);
  });
});

describe('findStrayOverrides', () => {
  it('finds overrides of nothing', () => {
    expect(findStrayOverrides({ a: 'x' }, { a: 'y', b: 'z' })).toEqual(['b overrides nothing']);
  });
});
