import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LowdbEventLog } from '../../../../bot/storage/lowdb/lowdbEventLog.js';
import { findTampering, type NewEvent } from '../../../../services/eventLog.js';
import { describeEventLog } from '../../../contracts/eventLog.js';
import { createDataDirectory, type TestDirectory } from './dataDirectory.js';

describeEventLog('lowdb', async () => {
  const place = await createDataDirectory();
  return {
    eventLog: new LowdbEventLog(place),
    reopen: () => Promise.resolve(new LowdbEventLog(place)),
    dispose: () => place.remove(),
  };
});

const EVENT: NewEvent = {
  type: 'noted',
  time: '2026-11-22T08:00:00.000Z',
  actor: 'system',
  data: { note: 'x' },
};

describe('the files of the event log', () => {
  let place: TestDirectory;
  let log: LowdbEventLog;

  beforeEach(async () => {
    place = await createDataDirectory();
    log = new LowdbEventLog(place);
  });
  afterEach(() => place.remove());

  async function listFiles(): Promise<string[]> {
    const entries = await readdir(place.directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  }

  it('are never large, however long the stream', async () => {
    for (let count = 0; count < 100; count += 1) await log.append('note/1', [EVENT], count);
    const lengths = await Promise.all((await listFiles()).map(async (file) => (await readFile(file)).length));
    expect(lengths.length).toBeGreaterThan(4);
    expect(Math.max(...lengths)).toBeLessThan(10_000);
  });

  it('show every changed byte of a stored event', async () => {
    await log.append('note/1', [EVENT, { ...EVENT, data: { note: '行李' } }, EVENT], 0);
    const [file] = await listFiles();
    const bytes = await readFile(file!);
    for (let position = 0; position < bytes.length; position += 1) {
      const changed = Buffer.from(bytes);
      changed[position] = changed[position]! ^ 1;
      await writeFile(file!, changed);
      const outcome = await log.read('note/1').then(findTampering, (error: unknown) => error);
      const text = changed.toString();
      if (outcome === undefined) throw new Error(`unnoticed at ${String(position)}: ${text}`);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'storage.corrupt' });
      else expect(outcome).toMatchObject({ stream: expect.anything() as unknown });
    }
  });

  it.each(['', 'x', '{}', '{"key":"1","value":{"previous":0,"events":[]}}', 'null'])(
    'are reported with their name, and left alone, when one holds %p',
    async (content) => {
      await log.append('note/1', [EVENT], 0);
      const [file] = await listFiles();
      await writeFile(file!, content);
      const failure = { code: 'storage.corrupt', message: expect.stringContaining(file!) as unknown };
      await expect(log.read('note/1')).rejects.toMatchObject(failure);
      await expect(log.append('note/1', [EVENT], 'any')).rejects.toMatchObject(failure);
      expect(await readFile(file!, 'utf8')).toBe(content);
    },
  );

  it('are missed when an older one is gone', async () => {
    for (let count = 0; count < 40; count += 1) await log.append('note/1', [EVENT], count);
    for (const file of await listFiles()) if (file.includes('older')) await writeFile(file, '"gone"');
    await expect(log.read('note/1')).rejects.toMatchObject({ code: 'storage.corrupt' });
    expect(await log.readLast('note/1', 3)).toHaveLength(3);
  });

  it('stay as they were when the process ended between the copy of a full one and the new one', async () => {
    for (let count = 0; count < 16; count += 1) await log.append('note/1', [EVENT], count);
    const [file] = await listFiles();
    const full = await readFile(file!);
    await log.append('note/1', [EVENT], 16);
    await writeFile(file!, full);
    expect(await log.read('note/1')).toHaveLength(16);
    await log.append('note/1', [EVENT, EVENT], 16);
    const events = await log.read('note/1');
    expect(events).toHaveLength(18);
    expect(findTampering(events)).toBeUndefined();
  });

  it.each(['note', 'Note/1', '/1', '../x/1', ''])('refuse the stream name %p', async (stream) => {
    await expect(log.append(stream, [EVENT], 0)).rejects.toThrow(TypeError);
    await expect(log.read(stream)).rejects.toThrow(TypeError);
  });
});
