import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const COMPILER = 'node_modules/assemblyscript/bin/asc.js';

describe('the kernel', () => {
  it('is what its source compiles to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kernel-'));
    const compiled = join(folder, 'softmax.wasm');
    // Its types, imported, would change those of arrays everywhere: hence the command line.
    await promisify(execFile)('node', [COMPILER, '--config', 'asconfig.json', '--outFile', compiled]);
    expect(await readFile(compiled)).toEqual(await readFile('faq/understanding/kernel/softmax.wasm'));
    await rm(folder, { recursive: true });
  }, 60_000);
});
