import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LowdbAgenda } from '../../../../bot/storage/lowdb/lowdbAgenda.js';
import { describeAgenda } from '../../../contracts/agenda.js';
import { createDataDirectory, type TestDirectory } from './dataDirectory.js';

describeAgenda('lowdb', async () => {
  const directory = await createDataDirectory();
  return {
    agenda: new LowdbAgenda(directory),
    reopen: () => Promise.resolve(new LowdbAgenda(directory)),
    dispose: () => directory.remove(),
  };
});

describe('LowdbAgenda', () => {
  let directory: TestDirectory;
  beforeEach(async () => {
    directory = await createDataDirectory();
  });
  afterEach(() => directory.remove());

  const listDays = (): Promise<string[]> => readdir(path.join(directory.directory, 'days'));
  const scheduleOn = (agenda: LowdbAgenda, key: string, day: string): Promise<void> =>
    agenda.schedule({ key, due: new Date(`${day}T12:00:00Z`), kind: 'test', data: null });

  it('removes the folders of days that are over once all in them is settled', async () => {
    const agenda = new LowdbAgenda(directory);
    await scheduleOn(agenda, 'done', '2026-12-01');
    await scheduleOn(agenda, 'left', '2026-12-02');
    await scheduleOn(agenda, 'future', '2027-01-01');
    const [done] = await agenda.takeDue(new Date('2026-12-01T13:00:00Z'), 1);
    await agenda.settle(done!);
    expect(await agenda.takeDue(new Date('2026-12-03T00:00:00Z'), 9)).toMatchObject([{ key: 'left' }]);
    await agenda.takeDue(new Date('2026-12-04T00:00:00Z'), 9);
    expect(await listDays()).toEqual(['2026-12-02', '2027-01-01']);
  });

  it('finds an entry whose marker of the old day was left behind by a crash once, under its own day', async () => {
    const agenda = new LowdbAgenda(directory);
    await scheduleOn(agenda, 'a', '2026-12-01');
    const copy = new LowdbAgenda({ ...directory, directory: path.join(directory.root, 'copy') });
    await scheduleOn(copy, 'a', '2026-12-02');
    const { cp } = await import('node:fs/promises');
    await cp(path.join(directory.root, 'copy'), directory.directory, { recursive: true, force: true });
    const reopened = new LowdbAgenda(directory);
    expect(await reopened.takeDue(new Date('2026-12-01T13:00:00Z'), 9)).toEqual([]);
    expect(await reopened.takeDue(new Date('2026-12-02T13:00:00Z'), 9)).toMatchObject([{ key: 'a' }]);
  });
});
