import { describe, expect, it } from '@jest/globals';
import { normalizeDesignator, parseDesignator, toIcaoIdent } from '../../../services/flights/designator.js';

describe('normalizeDesignator', () => {
  it.each([
    ['MU5101', 'MU5101'],
    [' mu 5101 ', 'MU5101'],
    ['mu-0051', 'MU51'],
    ['ＭＵ５１０１', 'MU5101'],
    ['CES5101', 'MU5101'],
    ['3u8961', '3U8961'],
    ['9C8888', '9C8888'],
    ['BA1a', 'BA1A'],
    ['XQX12', 'XQX12'],
    ['RE101', 'RE101'],
  ])('%j is %s', (text, designator) => {
    expect(normalizeDesignator(text)).toBe(designator);
  });

  it.each(['', 'MU', '5101', '125101', 'MU0', 'MU12345', 'MU51AB', 'MU 51 01', 'hello'])(
    '%j is none',
    (text) => expect(normalizeDesignator(text)).toBeUndefined(),
  );
});

describe('toIcaoIdent', () => {
  it.each([
    ['MU51', 'CES51'],
    ['RE101', 'RE101'],
    ['CPA721', 'CPA721'],
  ])('%s is %s', (text, ident) => {
    expect(toIcaoIdent(parseDesignator(text)!)).toBe(ident);
  });
});
