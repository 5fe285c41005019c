import { describe, expect, it } from '@jest/globals';
import type { FormContext, FormInput } from '../../../dialogs/form/definition.js';
import { FormLexicon } from '../../../dialogs/form/lexicon.js';
import { createVoice } from '../../../dialogs/form/voice.js';
import { createCallBackField, createCallTimeField } from '../../../dialogs/leaveMessage/callBackField.js';
import { findMessageWish } from '../../../dialogs/leaveMessage/messageWords.js';
import { extractEntities } from '../../../faq/understanding/extractEntities.js';
import { loadWords } from '../../../locales/index.js';
import { matchLanguage } from '../../../locales/language.js';

const { translate } = loadWords();
const lexicon = new FormLexicon(translate);
/** A Sunday, 18:00 in Shanghai. */
const now = new Date('2026-11-22T10:00:00Z');
const timeZone = 'Asia/Shanghai';
const context: FormContext = { voice: createVoice(translate, 'en'), lexicon, now, today: '2026-11-22' };
const field = createCallBackField({ timeZone, mostDays: () => 7, appliesTo: () => true });
const timeField = createCallTimeField({ timeZone });

function hear(text: string): FormInput {
  const language = matchLanguage(/\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en') ?? 'en';
  return { text, entities: extractEntities(text, { now, timeZone, language }), files: [] };
}

/** In Shanghai, eight hours ahead. */
const inShanghai = (value: unknown) => {
  if (typeof value !== 'string' || value.length <= 10) return value;
  return new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, 16);
};

describe('when to call back', () => {
  it.each([
    ['tomorrow at 3 pm', '2026-11-23T15:00'],
    ['tomorrow 9:30', '2026-11-23T09:30'],
    ['at 9', '2026-11-22T21:00'],
    ['at 4 pm', '2026-11-23T16:00'],
    ['tonight at 8', '2026-11-22T20:00'],
    ['on Wednesday morning', '2026-11-25T10:00'],
    ['in two hours', '2026-11-22T20:00'],
    ['24 November, 10.30', '2026-11-24T10:30'],
    ['明天下午三点', '2026-11-23T15:00'],
    ['後天上午十點半', '2026-11-24T10:30'],
    ['今晚九点', '2026-11-22T21:00'],
    ['半小时后', '2026-11-22T18:30'],
    ['周三下午', '2026-11-25T15:00'],
    ['tomorrow', '2026-11-23'],
    ['明天', '2026-11-23'],
    ['as soon as possible', 'soon'],
    ['越快越好', 'soon'],
    ['马上', 'soon'],
  ])('%s is %s', (text, expected) => {
    const reading = field.read(hear(text), context, {});
    expect(reading.kind).toBe('filled');
    expect(reading.kind === 'filled' && inShanghai(reading.value)).toBe(expected);
  });

  it.each([
    ['yesterday', 'over already'],
    ['today at 3 pm', 'over already'],
    ['今天上午九点', 'over already'],
    ['on 20 December at 3 pm', 'next 7 days'],
    ['I do not know', 'could not find'],
    ['随便', 'could not find'],
  ])('%s is refused, and says why', (text, words) => {
    const reading = field.read(hear(text), context, {});
    expect(reading).toMatchObject({ kind: 'rejected', problem: expect.stringContaining(words) });
  });

  it.each([
    ['2026-11-23', '3 pm', '2026-11-23T15:00'],
    ['2026-11-23', '上午九点', '2026-11-23T09:00'],
    ['2026-11-22', '9', '2026-11-22T21:00'],
  ])('on %s, %s is %s', (callBack, text, expected) => {
    const reading = timeField.read(hear(text), context, { callBack });
    expect(reading.kind === 'filled' && inShanghai(reading.value)).toBe(expected);
  });

  it('is not asked for the hour where it is known', () => {
    expect(timeField.appliesTo?.({ callBack: '2026-11-23' })).toBe(true);
    expect(timeField.appliesTo?.({ callBack: '2026-11-23T07:00:00.000Z' })).toBe(false);
    expect(timeField.appliesTo?.({ callBack: 'soon' })).toBe(false);
  });
});

describe('the wish to leave something for the staff', () => {
  it.each([
    ['Leave a message', 'message'],
    ['can I leave a message please', 'message'],
    ['留言', 'message'],
    ['我要留言', 'message'],
    ['Have me called back', 'call'],
    ['call me back tomorrow at 3 pm', 'call'],
    ['please call me back in two hours', 'call'],
    ['给我回电', 'call'],
    ['明天下午三点给我回电话', 'call'],
    ['打電話給我', 'call'],
    ['預約回電', 'call'],
  ])('%s: %s', (text, wish) => {
    expect(findMessageWish(text, hear(text).entities, lexicon)).toBe(wish);
  });

  it.each([
    'nobody called me back yesterday',
    'you promised to call me back last week about my refund and nobody did',
    '我留言了没人回',
    '你们上周说会给我回电话结果一直没有打来',
    'What is your number?',
    'agent',
    '',
  ])('is not in %p', (text) => {
    expect(findMessageWish(text, hear(text).entities, lexicon)).toBeUndefined();
  });
});
