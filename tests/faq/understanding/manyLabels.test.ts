import { describe, expect, it } from '@jest/globals';
import { decodeModel, encodeModel } from '../../../faq/understanding/modelFile.js';
import { createUnderstanding } from '../../../faq/understanding/router.js';
import { trainModel } from '../../../faq/understanding/train.js';

const LABELS = 700;
const words = Array.from(
  { length: LABELS },
  (_, at) => `w${at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`,
);
const examples = words.flatMap((word, at) =>
  ['how about', 'tell us of', 'questions on'].map((frame) => ({
    text: `${frame} ${word} ${words[(at + 1) % LABELS]!}`,
    route: `faq:many.t${at}` as const,
    language: 'en' as const,
  })),
);

describe('a corpus of very many topics', () => {
  const model = trainModel(examples);

  it('is learnt sparsely, to the bit, and comes back whole from its file form', () => {
    expect(model.linear.support).toBeDefined();
    expect(encodeModel(trainModel(examples)).equals(encodeModel(model))).toBe(true);
    expect(decodeModel(encodeModel(model))).toEqual(model);
  });

  it('is told apart', () => {
    const understanding = createUnderstanding({ model, extractEntities: () => ({}) });
    const asked = [0, 99, 350, 699];
    const found = asked.map(
      (at) =>
        understanding.route(`any ${words[at]!} or ${words[(at + 1) % LABELS]!}`, {
          language: 'en',
          now: new Date(0),
        }).candidates[0]?.route,
    );
    expect(found).toEqual(asked.map((at) => `faq:many.t${at}`));
  });
});
