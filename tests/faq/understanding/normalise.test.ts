import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stripCourtesy } from '../../../faq/understanding/courtesy.js';
import { normaliseText } from '../../../faq/understanding/normalise.js';

describe('normaliseText', () => {
  it.each([
    ['  How BIG   may it be?! ', 'how big may it be'],
    ['ＭＵ５１３７　今天', 'mu5137 今天'],
    ["I'm, can’t, mum`s", 'im cant mums'],
    ['check-in', 'check in'],
    ['sooooo laaaate!!!!', 'soo laate'],
    ['啊啊啊啊啊', '啊啊'],
    ['café crème', 'cafe creme'],
    ['請問行李託運', '请问行李托运'],
    ['行動電源可以帶嗎', '充电宝可以带吗'],
    ['幾時先到呀', '什么时候先到呀'],
    ['😂😂🙃', ''],
    ['a\u0000b\tc\nd', 'a b c d'],
    ['fl\u200bight', 'flight'],
    ['10,000 mAh', '10000 mah'],
    ['C-20261122-AB2CD', 'c-20261122-ab2cd'],
    ['1.5 kg, 14:20', '1.5 kg 14:20'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });
});

describe('stripCourtesy', () => {
  it.each([
    ['hello i want to change my seat', 'i want to change my seat'],
    ['hi could you please tell me the baggage rules thank you so much', 'the baggage rules'],
    ['hello there', 'hello there'],
    ['thank you', 'thank you'],
    ['你好请问行李可以带多少', '行李可以带多少'],
    ['你好', '你好'],
    ['怎么退票谢谢您', '怎么退票谢谢您'.slice(0, 4)],
    ['谢谢你', '谢谢你'],
  ])('%j becomes %j', (text, expected) => {
    expect(stripCourtesy(text)).toBe(expected);
  });
});
