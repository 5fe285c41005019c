import { describe, expect, it } from '@jest/globals';
import { hashExamples } from '../../../faq/understanding/example.js';
import { decodeModel, encodeModel } from '../../../faq/understanding/modelFile.js';
import { trainApart } from '../../../faq/understanding/trainApart.js';
import { trainModel } from '../../../faq/understanding/train.js';
import { listSmallCorpus } from './exampleCorpus.js';

const examples = listSmallCorpus();

describe('training', () => {
  it('gives the same model to the bit, on this thread, again, and on a thread of its own', async () => {
    const first = encodeModel(trainModel(examples));
    expect(encodeModel(trainModel(examples)).equals(first)).toBe(true);
    const shares: number[] = [];
    const learnt = await trainApart(examples, { onProgress: (share) => shares.push(share) });
    expect(encodeModel(learnt).equals(first)).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('can be stopped', async () => {
    await expect(trainApart(examples, { signal: AbortSignal.abort() })).rejects.toThrow(/stopped/);
  });

  it('learns without negative examples, and from a single line', () => {
    const withoutNone = trainModel(examples.filter(({ route }) => route !== 'none'));
    expect(withoutNone.routes).not.toContain('none');
    expect(trainModel(examples.slice(0, 1)).routes).toHaveLength(1);
    expect(trainModel([]).routes).toHaveLength(0);
  });

  it('has another key when a text, a route or an order changes', () => {
    const [first, second, ...rest] = examples;
    const keys = [
      examples,
      [{ ...first!, text: `${first!.text}.` }, second!, ...rest],
      [{ ...first!, route: 'none' as const }, second!, ...rest],
      [second!, first!, ...rest],
    ].map(hashExamples);
    expect(new Set(keys).size).toBe(4);
  });

  it('comes back whole from its file form', () => {
    const model = trainModel(examples);
    expect(decodeModel(encodeModel(model))).toEqual(model);
  });
});
