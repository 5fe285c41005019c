import { describe, expect, it } from '@jest/globals';
import {
  findBagTags,
  findComplaintReferences,
  findFileReferences,
} from '../../../faq/understanding/codes.js';
import { foldText } from '../../../faq/understanding/offsets.js';

function listCodes(found: readonly { code: string }[]): string[] {
  return found.map(({ code }) => code);
}

describe('bag tags', () => {
  it.each([
    ['0781234567', '0781234567'],
    ['tag 0781-234567', '0781234567'],
    ['行李牌号0 781 234567', '0781234567'],
    ['０７８１２３４５６７', '0781234567'],
    ['CA123456', 'CA123456'],
    ['mu 123456', 'MU123456'],
    ['tag number RE 337 781,', 'RE337781'],
  ])('%s', (text, code) => {
    expect(listCodes(findBagTags(foldText(text)))).toEqual([code]);
  });

  it.each([
    ['13812345678'],
    ['电话 0212345678'],
    ['my phone number is 5551234567'],
    ['+8521234567'],
    ['订单号1234567890'],
    ['tracking number SF1020938475'],
    ['999-2345678901'],
    ['2026-12-03 12:30'],
    ['11010519491231002X'],
    ['the code is 123456'],
    ['XX123456'],
    ['PVGMU12345'],
  ])('not %s', (text) => {
    expect(findBagTags(foldText(text))).toEqual([]);
  });
});

describe('file references', () => {
  it.each([
    ['PVGMU12345', 'PVGMU12345'],
    ['编号pvgmu12345。', 'PVGMU12345'],
    ['pvg mu 12345', 'PVGMU12345'],
    ['PVG-MU-12345', 'PVGMU12345'],
    ['pvgmu 123 45', 'PVGMU12345'],
    ['ＰＶＧＭＵ１２３４５', 'PVGMU12345'],
    ['GYDJ212345', 'GYDJ212345'],
  ])('%s', (text, code) => {
    expect(listCodes(findFileReferences(foldText(text)))).toEqual([code]);
  });

  it.each([['order12345'], ['ORDER12345'], ['order 12345'], ['PVGMU123456'], ['PVGMU1234'], ['hotel 12345']])(
    'not %s',
    (text) => {
      expect(findFileReferences(foldText(text))).toEqual([]);
    },
  );
});

describe('complaint references', () => {
  it.each([
    ['C-20261122-AB2CD', 'C-20261122-AB2CD'],
    ['投诉c-20261122-ab2cd到哪了', 'C-20261122-AB2CD'],
    ['c20261122ab2cd', 'C-20261122-AB2CD'],
    ['C 20261122 AB2CD', 'C-20261122-AB2CD'],
    ['Ｃ－２０２６１１２２－ＡＢ２ＣＤ', 'C-20261122-AB2CD'],
    ['C–20261122–AB2CD', 'C-20261122-AB2CD'],
  ])('%s', (text, code) => {
    expect(listCodes(findComplaintReferences(foldText(text)))).toEqual([code]);
  });

  it.each([
    ['C-20261122-AB1CD'],
    ['C-20261122-ABOCD'],
    ['C-20261322-AB2CD'],
    ['C-20261122-AB2C'],
    ['abc-20261122-ab2cd'],
  ])('not %s', (text) => {
    expect(findComplaintReferences(foldText(text))).toEqual([]);
  });
});
