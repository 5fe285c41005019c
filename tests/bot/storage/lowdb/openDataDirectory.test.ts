import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDataDirectory } from '../../../../bot/storage/lowdb/openDataDirectory.js';
import { crashRepeatedly } from './crashes.js';
import { createDataDirectory, type TestDirectory } from './dataDirectory.js';

describe('a data directory', () => {
  let place: TestDirectory;

  beforeEach(async () => {
    place = await createDataDirectory();
  });
  afterEach(() => place.remove());

  it('is for one process at a time', async () => {
    const first = await openDataDirectory(place.root);
    await expect(openDataDirectory(place.root)).rejects.toMatchObject({ code: 'storage.locked' });
    await first.close();
    await (await openDataDirectory(place.root)).close();
  });

  it('is swept of half-written files when opened, and of nothing else', async () => {
    const before = await openDataDirectory(place.root);
    await before.storage.write({ a: { n: 1 } });
    await before.close();
    await writeFile(path.join(place.temporaryDirectory, '1-1'), '{"half');
    const opened = await openDataDirectory(place.root);
    expect(await readdir(place.temporaryDirectory)).toEqual([]);
    expect(await opened.storage.read(['a'])).toMatchObject({ a: { n: 1 } });
    await opened.close();
  });

  it('loses nothing acknowledged and tears nothing when its process is killed', async () => {
    const report = await crashRepeatedly(place.root, 4, (life) => 20 + 37 * life);
    expect(report).toMatchObject({ lost: [], torn: [], broken: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
  });

  it('keeps the words of unfinished turns until they are forgotten', async () => {
    const opened = await openDataDirectory(place.root);
    const turns = ['1', '2'].map((activityId) => ({ conversationId: 'c/ä', activityId }));
    for (const turn of turns) await opened.pendingActivities.keep(turn, { text: turn.activityId });
    await opened.pendingActivities.forget(turns[0]!);
    await opened.close();
    const reopened = await openDataDirectory(place.root);
    const { pendingActivities } = reopened;
    expect(await pendingActivities.find(turns[0]!)).toBeUndefined();
    expect(await pendingActivities.find(turns[1]!)).toEqual({ text: '2' });
    const listed = [];
    for await (const turn of pendingActivities.list()) listed.push(turn);
    expect(listed).toEqual([turns[1]]);
    await reopened.close();
  });
});
