import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LowdbEventLog } from '../../../../bot/storage/lowdb/lowdbEventLog.js';
import { SegmentFiles } from '../../../../bot/storage/lowdb/segmentFiles.js';
import { listKinds, verifyStream, verifyStreams } from '../../../../bot/storage/lowdb/verifyStreams.js';
import { createDataDirectory, type TestDirectory } from './dataDirectory.js';

const STREAM = 'claim/PEKRE12345';
const LENGTH = 40;

describe('verifying streams', () => {
  let place: TestDirectory;
  let log: LowdbEventLog;

  beforeEach(async () => {
    place = await createDataDirectory();
    log = new LowdbEventLog(place);
    for (let index = 1; index <= LENGTH; index += 1) await append(STREAM, index);
    await append('complaint/C-20261201-ABCDE', 1);
  });
  afterEach(() => place.remove());

  async function append(stream: string, index: number): Promise<void> {
    const data = { note: `行李 ${String(index)}`, amount: index };
    await log.append(
      stream,
      [{ type: 'noted', time: '2026-12-01T00:00:00.000Z', actor: 'bot', data }],
      'any',
    );
  }
  const verifyAll = async () => {
    const broken = [];
    for await (const each of verifyStreams(log, place, await listKinds(place))) {
      if (each.broken) broken.push(each.broken);
    }
    return broken;
  };
  const files = () => new SegmentFiles(place);
  // 40 events in files of 16: 1-16, 17-32, 33-40.
  const getFile = (first: number): string =>
    first === 33 ? files().getNewestFile(STREAM) : files().getOlderFile(STREAM, first);

  it('finds nothing where nothing was changed', async () => {
    expect(await verifyAll()).toEqual([]);
    expect(await listKinds(place)).toEqual(['claim', 'complaint']);
  });

  it.each([
    [1, 1],
    [1, 7],
    [17, 17],
    [17, 32],
    [33, 33],
    [33, 40],
  ])('names the event whose content was changed: file of %p, event %p', async (first, version) => {
    const content = await readFile(getFile(first), 'utf8');
    await writeFile(getFile(first), content.replace(`"amount":${String(version)}}`, `"amount":99}`));
    const [broken, ...others] = await verifyAll();
    expect(others).toEqual([]);
    expect(broken).toMatchObject({ stream: STREAM, version });
    expect(getFile(first).endsWith(broken!.file)).toBe(true);
  });

  it('names the event in which any one byte was changed', async () => {
    for (const first of [1, 17, 33]) {
      const original = await readFile(getFile(first));
      const text = original.toString('latin1');
      const starts = [...text.matchAll(/\{"stream":"/g)].map(({ index }) => index);
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: starts[0]!, max: original.length - 5 }),
          fc.integer({ min: 1, max: 255 }),
          async (position, flip) => {
            const changed = Buffer.from(original);
            changed[position]! ^= flip;
            await writeFile(getFile(first), changed);
            const { broken } = await verifyStream(log, place, STREAM);
            const own = first + starts.findLastIndex((start) => start <= position);
            // A comma between two events belongs to neither.
            const near = text[position] === ',' && starts.includes(position + 1) ? [own, own + 1] : [own];
            expect(near).toContain(broken?.version);
            expect(getFile(first).endsWith(broken?.file ?? 'none')).toBe(true);
          },
        ),
        { numRuns: 350 },
      );
      await writeFile(getFile(first), original);
    }
  }, 60_000);

  it('names an event whose number, by which files are linked, was changed', async () => {
    const content = await readFile(getFile(33), 'utf8');
    await writeFile(getFile(33), content.replace('"version":33', '"version":32'));
    expect(await verifyAll()).toMatchObject([{ stream: STREAM, version: 33 }]);
  });

  it('notices an event that was cut out, and a stream put under another name', async () => {
    const content = JSON.parse(await readFile(getFile(33), 'utf8')) as {
      key: string;
      value: { previous: number; events: unknown[] };
    };
    content.value.events.splice(2, 1);
    await writeFile(getFile(33), JSON.stringify(content));
    expect(await verifyAll()).toMatchObject([{ stream: STREAM, version: 35 }]);
    const other = files().getNewestFile('complaint/C-20261201-ABCDE');
    const record = JSON.parse(await readFile(other, 'utf8')) as { key: string };
    await append('complaint/C-20261201-QQQQQ', 1);
    await writeFile(
      files().getNewestFile('complaint/C-20261201-QQQQQ'),
      JSON.stringify({ ...record, key: 'C-20261201-QQQQQ' }),
    );
    expect(await verifyAll()).toContainEqual(
      expect.objectContaining({ stream: 'complaint/C-20261201-QQQQQ', version: 1 }),
    );
  });
});
