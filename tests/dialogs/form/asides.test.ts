import { describe, expect, it } from '@jest/globals';
import { isClearAside, isLikelyAside } from '../../../dialogs/form/asides.js';
import type { Field } from '../../../dialogs/form/definition.js';
import type { FormTurn } from '../../../dialogs/form/step.js';
import type { Route } from '../../../faq/understanding/route.js';
import { createContext, createInput, demoForm } from './demoForm.js';

const closed = { name: 'closed' } as Field;
const open = { name: 'open', open: true } as Field;
const story = { name: 'story', open: 'story' } as Field;

function hear(text: string, route: Route, score: number): FormTurn {
  const meaning = { route, score, candidates: [] };
  return { definition: demoForm, context: createContext(), input: createInput(text), meaning };
}

describe('isClearAside', () => {
  it.each<[string, string, Route, number, boolean[]]>([
    // words, route, score: whether a closed field, an open one and a story are left for them
    ['a question', 'How much compensation do I get?', 'faq:a.b', 0.68, [true, true, false]],
    ['a clear question', '可以带充电宝吗', 'faq:a.b', 0.92, [true, true, true]],
    ['a doubtful question', 'Can you?', 'faq:a.b', 0.5, [false, false, false]],
    ['a question that needs another', '赔偿多少钱？', 'clarify', 0.89, [true, true, false]],
    ['a statement', 'They cancelled my flight without telling me', 'faq:a.b', 0.92, [false, false, false]],
    [
      'a story with a question',
      'I waited. Nobody came. How can that be?',
      'faq:a.b',
      0.95,
      [false, false, false],
    ],
    ['a wish', 'I want to complain', 'dialog:complaint', 0.99, [false, true, true]],
    ['a flight number', 'CA1501', 'dialog:flight-status', 0.97, [false, true, true]],
    ['this very form', 'I need a wheelchair', 'dialog:special-assistance', 0.99, [false, false, false]],
    ['a greeting', 'hello', 'smalltalk:greeting', 0.99, [true, true, true]],
    ['a wish for a person', 'Get me a real person now', 'handoff', 0.99, [true, true, true]],
    ['nonsense', 'xyzzy?', 'none', 1, [false, false, false]],
  ])('%s', (_name, text, route, score, expected) => {
    const turn = hear(text, route, score);
    expect([closed, open, story].map((field) => isClearAside(turn, field))).toEqual(expected);
  });
});

describe('isLikelyAside', () => {
  it.each<[string, Route, number, boolean]>([
    ['how big may my bag be', 'faq:a.b', 0.55, true],
    ['how big may my bag be', 'faq:a.b', 0.45, false],
    ['in the morning', 'faq:a.b', 0.55, false],
    ['lost property desk', 'faq:a.b', 0.8, true],
    ['refund', 'clarify', 0.8, false],
    ['refund', 'clarify', 0.9, true],
    ['When do I get my refund?', 'clarify', 0.9, true],
    ['xyzzy', 'none', 0.9, false],
  ])('%s: %s %d', (text, route, score, expected) => {
    expect(isLikelyAside(hear(text, route, score))).toBe(expected);
  });
});
