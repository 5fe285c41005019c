import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ParsedFiles } from '../../faq/parsedFiles.js';
import { readYaml } from '../../faq/readYaml.js';

describe('ParsedFiles', () => {
  let directory: string;
  let file: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'redeye-parsed-'));
    file = path.join(directory, 'a.yaml');
    await writeFile(file, '- one\n- 2\n');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const open = (): ParsedFiles => new ParsedFiles(path.join(directory, 'parsed'));
  const read = async (): Promise<unknown> => (await readYaml(file, 'content/a.yaml', open())).value;

  it('gives what the same text was parsed to, across starts', async () => {
    await open().keep('content/a.yaml', '- one\n- 2\n', ['kept']);
    expect(await read()).toEqual(['kept']);
  });

  it('keeps what was read, and still knows the lines', async () => {
    expect(await read()).toEqual(['one', 2]);
    expect(await open().find('content/a.yaml', '- one\n- 2\n')).toEqual({ value: ['one', 2] });
    expect((await readYaml(file, 'content/a.yaml', open())).findLine([1])).toBe(2);
  });

  it('is not asked when the text is another one, and then keeps the new one alone', async () => {
    await read();
    await writeFile(file, '- three\n');
    expect(await read()).toEqual(['three']);
    expect(await readdir(path.join(directory, 'parsed'))).toEqual(['content%2Fa.yaml.json']);
  });

  it.each(['', '{"digest":', '[]', '{"value":1}'])(
    'makes nothing of a damaged file (%j)',
    async (content) => {
      await read();
      await writeFile(path.join(directory, 'parsed', 'content%2Fa.yaml.json'), content);
      expect(await read()).toEqual(['one', 2]);
    },
  );

  it('goes on without where nothing can be kept', async () => {
    await writeFile(path.join(directory, 'parsed'), 'in the way');
    expect(await read()).toEqual(['one', 2]);
  });
});
