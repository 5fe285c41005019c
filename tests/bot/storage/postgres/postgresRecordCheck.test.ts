import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openPostgres, type PostgresRecords } from '../../../../bot/storage/postgres/openPostgres.js';
import type { CheckedStream } from '../../../../bot/storage/recordCheck.js';
import type { NewEvent } from '../../../../services/eventLog.js';
import { startPostgres, type PostgresServer } from './postgresServer.js';
import { runOnce } from './runOnce.js';

const STREAM = 'claim/PEKRE12345';
const OTHER = 'note/行李 "1"';
const EVENT: NewEvent = { type: 'noted', time: '2026-12-01T00:00:00.000Z', actor: 'bot', data: { n: 1 } };
const OWN = `stream_id = (SELECT id FROM streams WHERE name = '${STREAM}')`;

describe('checking records in PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  let records: PostgresRecords;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    records = await openPostgres(url, randomUUID);
    await records.eventLog.append(STREAM, [EVENT, EVENT, EVENT], 0);
    await records.eventLog.append(OTHER, [EVENT], 0);
  });
  afterEach(() => records.close());

  async function checkAll(): Promise<CheckedStream[]> {
    const checked: CheckedStream[] = [];
    for await (const each of records.recordCheck.checkAll()) checked.push(each);
    return checked;
  }

  it('finds nothing where nothing was changed, in streams of every kind', async () => {
    expect(await checkAll()).toEqual([
      { stream: STREAM, events: 3 },
      { stream: OTHER, events: 1 },
    ]);
    expect(await records.recordCheck.checkStream('claim/PEKRE00000')).toEqual({
      stream: 'claim/PEKRE00000',
      events: 0,
    });
  });

  it('walks more streams than are read at once', async () => {
    await runOnce(
      url,
      `INSERT INTO streams (digest, name, kind, version, hash)
       SELECT sha256(convert_to('filing/' || n, 'UTF8')), 'filing/' || n, 'filing', 1, 'x'
       FROM generate_series(1, 1500) AS n`,
    );
    const checked = await checkAll();
    expect(new Set(checked.map(({ stream }) => stream)).size).toBe(1502);
    expect(checked.filter(({ broken }) => broken).length).toBe(1500);
  });

  it.each([
    ['the newest event was removed', `DELETE FROM events WHERE ${OWN} AND version = 3`, 3, 'events'],
    ['all events were removed', `DELETE FROM events WHERE ${OWN}`, 1, 'events'],
    ['an event in the middle was removed', `DELETE FROM events WHERE ${OWN} AND version = 2`, 2, 'events'],
    [
      'an event was changed',
      `UPDATE events SET event = replace(event::text, '1}', '2}')::json WHERE ${OWN} AND version = 2`,
      2,
      'events',
    ],
    ['an event is none any more', `UPDATE events SET event = '1' WHERE ${OWN} AND version = 2`, 2, 'events'],
    ['the newest hash was changed', `UPDATE events SET hash = 'x' WHERE ${OWN} AND version = 3`, 3, 'events'],
    ['its end was changed', `UPDATE streams SET hash = 'x' WHERE name = '${STREAM}'`, 3, 'events'],
    ['its end is nonsense', `UPDATE streams SET version = 0 WHERE name = '${STREAM}'`, 4, 'streams'],
    ['it was set back', `UPDATE streams SET version = 2 WHERE name = '${STREAM}'`, 3, 'events'],
    ['it was put in another kind', `UPDATE streams SET kind = 'note' WHERE name = '${STREAM}'`, 1, 'streams'],
    ['it cannot be found', `UPDATE streams SET digest = '\\x00' WHERE name = '${STREAM}'`, 1, 'streams'],
  ])('names the stream and the event when %s', async (_what, sql, version, file) => {
    await runOnce(url, sql);
    const broken = (await checkAll()).flatMap((each) => each.broken ?? []);
    expect(broken).toEqual([{ stream: STREAM, version, file, reason: expect.any(String) }]);
  });

  it('names a stream that was given another name, even one that is none', async () => {
    await runOnce(url, `UPDATE streams SET name = 'a "quote' WHERE name = '${STREAM}'`);
    const broken = (await checkAll()).flatMap((each) => each.broken ?? []);
    expect(broken).toMatchObject([{ stream: 'a "quote', version: 1, file: 'streams' }]);
  });

  it('raises no alarm while others append', async () => {
    let isOver = false;
    const appending = (async () => {
      while (!isOver) await records.eventLog.append(STREAM, [EVENT, EVENT], 'any');
    })();
    for (let round = 0; round < 50; round += 1) {
      expect((await records.recordCheck.checkStream(STREAM)).broken).toBeUndefined();
    }
    isOver = true;
    await appending;
  });
});
