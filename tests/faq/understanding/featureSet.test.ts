import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FeatureSet } from '../../../faq/understanding/featureSet.js';

describe('FeatureSet', () => {
  it('keeps each feature once, in order of appearance, whatever came before it was cleared', () => {
    const set = new FeatureSet();
    const texts = fc.array(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 900 }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, (hashesOfTexts) => {
        for (const hashes of hashesOfTexts) {
          set.clear();
          for (const hash of hashes) set.add(hash, hash % 7);
          const distinct = [...new Set(hashes)];
          const { hashes: kept, families } = set.read();
          expect([...kept]).toEqual(distinct);
          expect([...families]).toEqual(distinct.map((hash) => hash % 7));
        }
      }),
    );
  });
});
