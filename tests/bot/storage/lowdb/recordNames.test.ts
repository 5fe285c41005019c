import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeKey, encodeKey, getRecordPath } from '../../../../bot/storage/lowdb/recordNames.js';

const anyKey = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom('a', 'A', '.', '/', '\\', 'ß', '\ud800') }),
);

describe('file names of keys', () => {
  it.each([
    ['a-b_1', 'a-b_1'],
    ['A', '%41'],
    ['a.b', 'a%2eb'],
    ['..', '%2e%2e'],
    ['con', '%63on'],
    ['lpt1', '%6cpt1'],
    ['', '%'],
    ['行', '%e8%a1%8c'],
  ])('%p is named %p', (key, name) => {
    expect(encodeKey(key)).toBe(name);
    expect(decodeKey(name)).toBe(key);
  });

  it('are valid on every file system', () => {
    fc.assert(fc.property(anyKey, (key) => void expect(encodeKey(key)).toMatch(/^[a-z0-9_%~-]{1,120}$/)));
  });

  it('lead back to their key, or say that they cannot', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const decoded = decodeKey(encodeKey(key));
        expect(decoded === key || encodeKey(key).startsWith('~')).toBe(true);
      }),
    );
  });

  it('differ for keys that differ, case ignored', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (one, other) => {
        fc.pre(one !== other);
        expect(encodeKey(one).toLowerCase()).not.toBe(encodeKey(other).toLowerCase());
      }),
    );
    expect(encodeKey('X'.repeat(300))).not.toBe(encodeKey('x'.repeat(300)));
  });

  it('are spread over many folders', () => {
    const folders = new Set(
      Array.from({ length: 2000 }, (_, n) => path.dirname(getRecordPath('/d', String(n)))),
    );
    expect(folders.size).toBe(256);
  });
});
