import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRecords } from '../../../bot/storage/choose.js';

describe('where records are kept', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'redeye-test-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is the data directory, for one process, unless a database is named', async () => {
    const records = await openRecords({ dataDir }, randomUUID);
    await expect(openRecords({ dataDir }, randomUUID)).rejects.toMatchObject({ code: 'storage.locked' });
    expect(await records.turnLock.run('c', () => Promise.resolve('a turn'))).toBe('a turn');
    await records.close();
  });

  it('is the database that is named, and then nothing of the data directory is touched', async () => {
    const databaseUrl = 'postgres://127.0.0.1:1/none';
    await expect(openRecords({ dataDir, databaseUrl }, randomUUID)).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
    expect(await readdir(dataDir)).toEqual([]);
  });
});
