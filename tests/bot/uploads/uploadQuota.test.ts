import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDataDirectory, type DataDirectory } from '../../../bot/storage/lowdb/openDataDirectory.js';
import { UploadQuota } from '../../../bot/uploads/uploadQuota.js';
import { SettableClock } from '../../conversations/settableClock.js';

const HOUR = 3_600_000;

describe('the files a conversation may send in a day', () => {
  let folder: string;
  let data: DataDirectory;
  let clock: SettableClock;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quota-'));
    data = await openDataDirectory(folder);
    clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));
  });
  afterEach(async () => {
    await data.close();
    await rm(folder, { recursive: true });
  });

  const take = (sizes: number[], conversation = 'one'): Promise<boolean> =>
    new UploadQuota(data.eventLog, clock, { filesPerDay: 3, fileBytesPerDay: 100 }).take(conversation, sizes);

  it('are counted by number and by bytes, each conversation for itself', async () => {
    expect([await take([1, 1]), await take([1]), await take([1])]).toEqual([true, true, false]);
    expect([await take([60], 'two'), await take([41], 'two'), await take([40], 'two')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are still counted after a restart', async () => {
    expect(await take([1, 1, 1])).toBe(true);
    await data.close();
    data = await openDataDirectory(folder);
    expect(await take([1])).toBe(false);
  });

  it('are free again a day after each', async () => {
    expect(await take([1, 1])).toBe(true);
    clock.pass(12 * HOUR);
    expect(await take([1])).toBe(true);
    clock.pass(12 * HOUR - 1);
    expect(await take([1])).toBe(false);
    clock.pass(1);
    expect([await take([1, 1]), await take([1])]).toEqual([true, false]);
  });

  it('are not exceeded by uploads at the same time', async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, () => take([1])));
    expect(taken.filter(Boolean)).toHaveLength(3);
  });
});
