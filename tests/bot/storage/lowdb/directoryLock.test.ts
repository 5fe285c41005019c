import { existsSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockDirectory } from '../../../../bot/storage/lowdb/directoryLock.js';
import { createDataDirectory, type TestDirectory } from './dataDirectory.js';
import { startChild, type Child } from './child.js';

describe('the lock of a data directory', () => {
  let place: TestDirectory;
  const children: Child[] = [];

  beforeEach(async () => {
    place = await createDataDirectory();
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.kill()));
    await place.remove();
  });

  async function startHolder(directory: string): Promise<Child> {
    const child = startChild(new URL('./lockHolder.ts', import.meta.url), [directory]);
    children.push(child);
    await child.nextLine();
    return child;
  }

  it('refuses a second holder at once and names the directory', async () => {
    const lock = await lockDirectory(place.root);
    await expect(lockDirectory(place.root)).rejects.toMatchObject({
      code: 'storage.locked',
      message: expect.stringContaining(place.root) as unknown,
    });
    await lock.release();
  });

  it('is free again after release, and leaves no file', async () => {
    await (await lockDirectory(place.root)).release();
    expect((await readdir(place.root, { recursive: true })).sort()).toEqual(['lock', 'tmp']);
    await (await lockDirectory(place.root)).release();
  });

  it('is the same lock by whatever path', async () => {
    const lock = await lockDirectory(place.root);
    const alias = path.join(place.root, 'alias');
    await symlink(place.root, alias);
    await expect(lockDirectory(alias)).rejects.toMatchObject({ code: 'storage.locked' });
    await lock.release();
  });

  it.each([1, 3])('works where the path is too long for a socket (%p folders deep)', async (depth) => {
    const long = path.join(place.root, ...Array<string>(depth).fill('long'.repeat(40)));
    await mkdir(long, { recursive: true });
    const lock = await lockDirectory(long);
    await expect(lockDirectory(long)).rejects.toMatchObject({ code: 'storage.locked' });
    await lock.release();
    expect(await readdir(path.join(long, 'lock'))).toEqual([]);
    await (await lockDirectory(long)).release();
  });

  it('makes the directory when it is missing', async () => {
    const missing = path.join(place.root, 'a', 'b');
    await (await lockDirectory(missing)).release();
    expect(existsSync(missing)).toBe(true);
  });

  it('holds against another process, and is taken over at once when that is killed', async () => {
    const holder = await startHolder(place.root);
    await expect(lockDirectory(place.root)).rejects.toMatchObject({ code: 'storage.locked' });
    await holder.kill();
    expect(await readdir(path.join(place.root, 'lock'))).toEqual(['1']);
    const lock = await lockDirectory(place.root);
    await expect(lockDirectory(place.root)).rejects.toMatchObject({ code: 'storage.locked' });
    await lock.release();
  });

  it('goes to one of many that want it, also when a dead one is taken over', async () => {
    for (const wasKilled of [false, true]) {
      if (wasKilled) await (await startHolder(place.root)).kill();
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(place.root)));
      const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(locks).toHaveLength(1);
      await locks[0]?.release();
    }
  });

  it('is not stopped by a file that is no socket', async () => {
    await mkdir(path.join(place.root, 'lock'));
    await writeFile(path.join(place.root, 'lock', '7'), 'from a backup');
    await (await lockDirectory(place.root)).release();
  });
});
