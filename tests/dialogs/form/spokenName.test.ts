import { expect, it } from '@jest/globals';
import { findWholeName } from '../../../dialogs/form/fields/findSpokenName.js';
import { createContext } from './demoForm.js';

it.each([
  ['My name is John Smith and I need a wheelchair', 'John Smith'],
  ['wheelchair on RE123, in the name of LI/MEI', 'LI/MEI'],
  ['my name is not on the list', undefined],
  ['my name is john', undefined],
  ['我叫李梅，行李没到', '李梅'],
  ['我叫歐陽娜娜，要申請輪椅', '歐陽娜娜'],
  ['姓名：张伟。', '张伟'],
  ['我叫救护车，没人理我', undefined],
  ['我叫他们过来，他们不来', undefined],
  ['我是金卡，我叫客服来', undefined],
  ['我叫李梅要申请轮椅服务', undefined],
])('%s: %s', (text, name) => expect(findWholeName(text, createContext().lexicon)).toBe(name));
