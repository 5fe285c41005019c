import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AgendaRunner } from '../../../bot/agendaRunner.js';
import { UploadStore } from '../../../bot/uploads/uploadStore.js';
import { UploadSweep, UPLOAD_SWEEP_KIND } from '../../../bot/uploads/uploadSweep.js';
import { PNG } from '../channels/directline/harness.js';
import {
  DAY,
  describeClaim,
  describeComplaint,
  openTestDesk,
  type TestDesk,
} from '../../services/cases/desk.js';

const AGENT = 'agent:1';

describe('the sweep of old uploads', () => {
  let folder: string;
  let desk: TestDesk;
  let uploads: UploadStore;
  let logged: unknown[];
  let ids: number;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uploads-'));
    desk = openTestDesk();
    ids = 0;
    uploads = new UploadStore(folder, () => `file-number-${String((ids += 1)).padStart(6, '0')}`, desk.clock);
    logged = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  function createSweep(store: Pick<UploadStore, 'listBefore' | 'remove'> = uploads): UploadSweep {
    const log = { info: (figures: object) => void logged.push(figures) };
    return new UploadSweep({
      uploads: store,
      cases: desk.desk,
      agenda: desk.agenda,
      clock: desk.clock,
      log: log as never,
      keepDays: 30,
    });
  }

  async function upload(): Promise<string> {
    const { contentUrl } = await uploads.save(PNG);
    return contentUrl.replace('upload:', '');
  }

  const listKept = async (): Promise<string[]> => (await readdir(folder)).sort();

  it('deletes what is 30 days old and belongs to no case, and nothing else', async () => {
    await upload();
    desk.clock.advance(DAY);
    const later = await upload();
    await writeFile(join(folder, 'README'), 'not an upload');
    desk.clock.advance(29 * DAY);
    expect(await createSweep().handle()).toEqual(new Date(desk.clock.now().getTime() + DAY));
    // On the very day it is still there; the sweep after that takes it.
    expect(await listKept()).toHaveLength(3);
    desk.clock.advance(1);
    await createSweep().handle();
    expect(await listKept()).toEqual(['README', later]);
    expect(logged).toEqual([{ deleted: 1, kept: 0 }]);
  });

  it('keeps what belongs to an open case, filed with it or added, until 30 days after it is closed', async () => {
    const filed = await upload();
    const added = await upload();
    const complained = await upload();
    await upload();
    const claim = (await desk.desk.file('claim', 'k1', describeClaim({ photos: [{ id: filed }] }))).case;
    await desk.desk.file('complaint', 'k2', describeComplaint({ photos: [{ id: complained }] }));
    const addition = { type: 'add-information' as const, addition: { photos: [{ id: added }] } };
    await desk.desk.carryOut('claim', claim.reference, addition, 'passenger:user-1');
    desk.clock.advance(90 * DAY);
    await createSweep().handle();
    expect(await listKept()).toEqual([filed, added, complained].sort());
    expect(logged).toEqual([{ deleted: 1, kept: 3 }]);

    await desk.desk.carryOut('claim', claim.reference, { type: 'close', outcome: 'Found.' }, AGENT);
    desk.clock.advance(30 * DAY - 1);
    await createSweep().handle();
    expect(await listKept()).toHaveLength(3);
    desk.clock.advance(1);
    await createSweep().handle();
    expect(await listKept()).toEqual([complained]);
  });

  it('deletes nothing where a case cannot be read', async () => {
    const filed = await upload();
    const unknown = {
      type: 'claim-painted',
      time: desk.clock.now().toISOString(),
      actor: 'system',
      data: {},
    };
    await desk.eventLog.append('claim/PEKRE00001', [unknown], 0);
    desk.clock.advance(31 * DAY);
    await expect(createSweep().handle()).rejects.toMatchObject({ code: 'storage.corrupt' });
    expect(await listKept()).toEqual([filed]);
  });

  it('goes on where a process ended in the middle, and does not mind another doing the same', async () => {
    await upload();
    await upload();
    await upload();
    desk.clock.advance(31 * DAY);
    let removals = 0;
    const dying = {
      listBefore: (moment: Date) => uploads.listBefore(moment),
      remove: (id: string) =>
        (removals += 1) > 1 ? Promise.reject(new Error('the process ends')) : uploads.remove(id),
    };
    await expect(createSweep(dying).handle()).rejects.toThrow();
    expect(await listKept()).toHaveLength(2);
    await Promise.all([createSweep().handle(), createSweep().handle()]);
    expect(await listKept()).toEqual([]);
  });

  it('is in the agenda from the start on, once, and comes again each day', async () => {
    const sweep = createSweep();
    await sweep.begin();
    await sweep.begin();
    await upload();
    const runner = new AgendaRunner({
      agenda: desk.agenda,
      clock: desk.clock,
      log: { error: (details: object) => void logged.push(details) } as never,
      handlers: new Map([[UPLOAD_SWEEP_KIND, () => sweep.handle()]]),
    });
    for (let day = 0; day <= 31; day += 1) {
      await runner.runDue();
      desk.clock.advance(DAY);
    }
    expect(await listKept()).toEqual([]);
    expect(logged).toEqual([{ deleted: 1, kept: 0 }]);
  });
});
