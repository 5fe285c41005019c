import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashExamples } from '../../../faq/understanding/example.js';
import { createModelCache } from '../../../faq/understanding/modelCache.js';
import { obtainModel } from '../../../faq/understanding/obtainModel.js';
import { trainModel } from '../../../faq/understanding/train.js';
import { listSmallCorpus } from './exampleCorpus.js';

const examples = listSmallCorpus();
const model = trainModel(examples);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redeye-models-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readOnlyFile(): Promise<string> {
  const [name] = await readdir(folder);
  return join(folder, name!);
}

describe('the model cache', () => {
  it('gives back what it was given, by its key alone', async () => {
    const cache = createModelCache(folder);
    expect(await cache.load('ab')).toBeUndefined();
    expect(await cache.save('ab', model)).toBe(true);
    expect(await cache.load('ab')).toEqual(model);
    expect(await cache.load('cd')).toBeUndefined();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'altered by one bit',
      (bytes) => {
        const place = Math.floor(bytes.length * 0.7);
        bytes[place] = bytes[place]! ^ 1;
        return bytes;
      },
    ],
    ['something else', () => Buffer.from('redeye-model\nnot at all')],
  ])('takes a file that is %s for none, and the model is learnt again', async (_, spoil) => {
    const cache = createModelCache(folder);
    await cache.save(hashExamples(examples).slice(0, 32), model);
    const file = await readOnlyFile();
    await writeFile(file, spoil(await readFile(file)));
    expect(await cache.load(hashExamples(examples).slice(0, 32))).toBeUndefined();
    expect(await obtainModel(examples, cache)).toEqual(model);
    expect(await cache.load(hashExamples(examples).slice(0, 32))).toEqual(model);
  });

  it('keeps a few models, and nothing half-written', async () => {
    const cache = createModelCache(folder);
    await writeFile(join(folder, 'model-00.bin.1.tmp'), 'half');
    for (const key of ['a1', 'a2', 'a3', 'a4', 'a5']) await cache.save(key, model);
    expect(await readdir(folder)).toHaveLength(3);
    expect(await cache.load('a5')).toBeDefined();
  });

  it('is no obstacle where it cannot write', async () => {
    await writeFile(join(folder, 'file'), '');
    const cache = createModelCache(join(folder, 'file', 'below'));
    expect(await cache.save('ab', model)).toBe(false);
    expect(await obtainModel(examples, cache)).toEqual(model);
  });
});
