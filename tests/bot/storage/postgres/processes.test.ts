import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ConversationLog, type LoggedActivity } from '../../../../bot/conversationLog.js';
import { migrate, readMigrations } from '../../../../bot/storage/postgres/migrate.js';
import { Database } from '../../../../bot/storage/postgres/database.js';
import { openPostgres, type PostgresRecords } from '../../../../bot/storage/postgres/openPostgres.js';
import { findTampering, type NewEvent } from '../../../../services/eventLog.js';
import { startChild } from '../lowdb/child.js';
import { startPostgres, type PostgresServer } from './postgresServer.js';
import { runOnce } from './runOnce.js';

const TAKER = new URL('turnTaker.ts', import.meta.url);
const EVENT: NewEvent = { type: 'noted', time: '2026-11-22T08:00:00.000Z', actor: 'system', data: { n: 1 } };

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

function hasLostTurn({ turnLock }: PostgresRecords): boolean {
  try {
    turnLock.checkTurn();
    return false;
  } catch {
    return true;
  }
}

describe('several processes on one database', () => {
  let url: string;
  let opened: PostgresRecords[];
  beforeEach(async () => {
    url = await server.createDatabase();
    opened = [];
  });
  afterEach(async () => {
    for (const records of opened) await records.close();
  });

  async function open(): Promise<PostgresRecords> {
    const records = await openPostgres(url, randomUUID);
    opened.push(records);
    return records;
  }

  async function select(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<object>(sql);
    await client.end();
    return rows;
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  it('make the tables once, all starting at the same time', async () => {
    await Promise.all([open(), open(), open(), open()]);
    expect(await select('SELECT name FROM migrations')).toEqual(
      (await readMigrations()).map(({ name }) => ({ name })),
    );
  });

  it('leave the tables of a newer release alone, and do a step whole or not at all', async () => {
    await open();
    const database = new Database(url);
    const known = await readMigrations();
    await expect(migrate(database, [])).rejects.toMatchObject({ code: 'storage.schema' });
    const broken = { name: '9999-broken.sql', sql: 'CREATE TABLE half (n integer); SELECT nonsense' };
    await expect(migrate(database, [...known, broken])).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
    expect(await select("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    await database.close();
  });

  it('never run two turns of one conversation at once, and all turns of all', async () => {
    await runOnce(
      url,
      'CREATE TABLE turns (process text, conversation text, turn integer, began timestamptz, ended timestamptz)',
    );
    const takers = ['a', 'b'].map((name) => startChild(TAKER, [url, name, '40', '3']));
    for (const taker of takers) for await (const line of taker.lines) expect(line).toBe('ready');
    expect(await select('SELECT count(*)::integer AS count FROM turns WHERE ended IS NOT NULL')).toEqual([
      { count: 80 },
    ]);
    const overlaps = `SELECT * FROM turns one JOIN turns other USING (conversation)
      WHERE (one.process, one.turn) <> (other.process, other.turn)
        AND one.began < other.ended AND other.began < one.ended`;
    expect(await select(overlaps)).toEqual([]);
  }, 60_000);

  it('go on with a conversation whose process was killed in the middle of a turn', async () => {
    const records = await open();
    const holder = startChild(TAKER, [url, 'holder', 'hold', '1']);
    expect([await holder.nextLine(), await holder.nextLine()]).toEqual(['ready', 'holding']);
    let isTaken = false;
    const turn = records.turnLock.run('c0', () => Promise.resolve((isTaken = true)));
    expect(await records.turnLock.run('c1', () => Promise.resolve('another'))).toBe('another');
    expect(isTaken).toBe(false);
    await holder.kill();
    await turn;
  }, 60_000);

  it('let many conversations wait without starving the others, and pass one to and fro', async () => {
    const [one, other] = [await open(), await open()];
    let running = 0;
    const order: string[] = [];
    const turns = Array.from({ length: 60 }, (_, index) => {
      const [name, records] = index < 30 ? (['one', one] as const) : (['other', other] as const);
      return records.turnLock.run('busy', async () => {
        running += 1;
        expect(running).toBe(1);
        order.push(name);
        await records.storage.write({ busy: { index } });
        running -= 1;
      });
    });
    for (let index = 0; index < 30; index += 1) {
      expect(
        await other.turnLock.run(`quiet ${String(index)}`, () => other.storage.read(['busy'])),
      ).toBeDefined();
    }
    await Promise.all(turns);
    const changes = order.filter((name, index) => index > 0 && name !== order[index - 1]).length;
    // Not all of the one, then all of the other: each gave way before it was through.
    expect(changes).toBeGreaterThan(1);
  }, 60_000);

  it('write nothing more in a turn whose connection, and with it the lock, was lost', async () => {
    const records = await open();
    const turn = records.turnLock.run('c', async () => {
      await runOnce(
        url,
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2",
      );
      await until(() => hasLostTurn(records));
      await records.storage.write({ c: { n: 1 } });
    });
    await expect(turn).rejects.toMatchObject({ code: 'storage.conflict' });
    expect(await records.storage.read(['c'])).toEqual({});
  });

  it('hear of each other, in order, each append once', async () => {
    const [one, other] = [await open(), await open()];
    const heard: number[][] = [[], []];
    [one, other].forEach((each, index) =>
      each.eventLog.subscribe((events) => heard[index]!.push(...events.map(({ version }) => version))),
    );
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        [one, other][index % 2]!.eventLog.append('note/1', [EVENT, EVENT], 'any'),
      ),
    );
    const expected = Array.from({ length: 80 }, (_, index) => index + 1);
    await until(() => heard.every(({ length }) => length >= 80));
    expect(heard).toEqual([expected, expected]);
    expect(findTampering(await one.eventLog.read('note/1'))).toBeUndefined();
  });

  it('show a passenger connected to one what the bot says in another', async () => {
    const [one, other] = (await Promise.all([open(), open()])).map(
      ({ eventLog, pendingActivities }) =>
        new ConversationLog({
          eventLog,
          pendingActivities,
          redact: (activity) => ({ ...activity, text: 'masked' }),
          clock: { now: () => new Date(0) },
          createId: randomUUID,
        }),
    );
    const heard: LoggedActivity[] = [];
    one!.follow('c', (logged) => heard.push(logged));
    await one!.recordIncoming('c', { type: 'message', text: 'mine' });
    await other!.recordOutgoing('c', [{ type: 'message', text: 'from elsewhere' }]);
    await one!.recordOutgoing('c', [{ type: 'message', text: 'from here' }]);
    expect(heard.map(({ position, activity }) => [position, activity.text])).toEqual([
      [1, 'mine'],
      [2, 'masked'],
      [3, 'from here'],
    ]);
  });

  it('share the agenda: what one has taken no other is given until it ends', async () => {
    const [one, other] = [await open(), await open()];
    const now = new Date('2026-12-01T00:00:00Z');
    for (let index = 0; index < 30; index += 1) {
      await one.agenda.schedule({ key: String(index), due: now, kind: 'test', data: null });
    }
    const taken = await Promise.all([one, other, one, other].map(({ agenda }) => agenda.takeDue(now, 10)));
    const keysOf = (index: number): string[] => taken[index]!.map(({ key }) => key);
    const [ofOne, ofOther] = [new Set([...keysOf(0), ...keysOf(2)]), new Set([...keysOf(1), ...keysOf(3)])];
    expect([...ofOne].filter((key) => ofOther.has(key))).toEqual([]);
    expect((await other.agenda.takeDue(now, 99)).length).toBe(30 - ofOne.size);
    await opened.shift()!.close();
    expect(await other.agenda.takeDue(now, 99)).toHaveLength(30);
  });

  it('show every change of a stored event', async () => {
    const { eventLog } = await open();
    await eventLog.append('note/1', [EVENT, EVENT, EVENT], 0);
    const changes = [
      `event = '{"type":"noted","time":"2026-11-22T08:00:00.000Z","actor":"system","data":{"n":2}}'`,
      `hash = 'x'`,
      `previous_hash = 'x'`,
    ];
    for (const change of changes) {
      await runOnce(url, 'CREATE TABLE copy AS SELECT * FROM events');
      await runOnce(url, `UPDATE events SET ${change} WHERE version = 2`);
      expect(findTampering(await eventLog.read('note/1'))).toMatchObject({ version: 2 });
      await runOnce(url, 'DELETE FROM events; INSERT INTO events SELECT * FROM copy; DROP TABLE copy');
    }
    await runOnce(url, `UPDATE events SET event = '1' WHERE version = 2`);
    await expect(eventLog.read('note/1')).rejects.toMatchObject({ code: 'storage.corrupt' });
  });

  it('refuse to start without a server, and do not name its password', async () => {
    const wrong = 'postgres://user:hunter2@127.0.0.1:1/none';
    const failure: unknown = await openPostgres(wrong, randomUUID).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'storage.unavailable' });
    expect(String(failure)).not.toContain('hunter2');
  });
});
