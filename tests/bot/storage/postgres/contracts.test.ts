import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostgres, type PostgresRecords } from '../../../../bot/storage/postgres/openPostgres.js';
import { describeAgenda } from '../../../contracts/agenda.js';
import { describeEventLog } from '../../../contracts/eventLog.js';
import { describeStorage } from '../../../contracts/storage.js';
import { startPostgres, type PostgresServer } from './postgresServer.js';
import { runOnce } from './runOnce.js';

let server: PostgresServer;
let url: string;
beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  await (await openPostgres(url, randomUUID)).close();
}, 60_000);
afterAll(() => server.stop());

const open = (): Promise<PostgresRecords> => openPostgres(url, randomUUID);

/** The same tables, empty, for one test; and how that test starts again as after the end of its process. */
async function createRecords() {
  await runOnce(url, 'TRUNCATE streams, events, state, pending_activities, agenda');
  const records = await open();
  let last: PostgresRecords | undefined = records;
  return {
    records,
    reopen: async () => {
      await last?.close();
      last = undefined;
      return (last = await open());
    },
    dispose: async () => last?.close(),
  };
}

describeEventLog('postgres', async () => {
  const { records, reopen, dispose } = await createRecords();
  return { eventLog: records.eventLog, reopen: async () => (await reopen()).eventLog, dispose };
});

describeStorage('postgres', async () => {
  const { records, dispose } = await createRecords();
  const other = await open();
  return {
    storage: records.storage,
    reopen: () => Promise.resolve(other.storage),
    conflictCode: 'storage.conflict',
    dispose: async () => {
      await other.close();
      await dispose();
    },
  };
});

describeAgenda('postgres', async () => {
  const { records, reopen, dispose } = await createRecords();
  return { agenda: records.agenda, reopen: async () => (await reopen()).agenda, dispose };
});

describe('postgres', () => {
  it('keeps the words of unfinished turns until they are forgotten, and lists those of ended processes', async () => {
    const { records, reopen, dispose } = await createRecords();
    const turns = ['1', '2', '\ud800'].map((activityId) => ({ conversationId: 'c/ä\0', activityId }));
    for (const turn of turns) await records.pendingActivities.keep(turn, { text: `${turn.activityId}\0` });
    await records.pendingActivities.forget(turns[0]!);
    const other = await open();
    expect(await collect(other.pendingActivities.list())).toEqual([]);
    await other.close();
    const { pendingActivities } = await reopen();
    expect(await pendingActivities.find(turns[0]!)).toBeUndefined();
    expect(await pendingActivities.find(turns[1]!)).toEqual({ text: '2\0' });
    expect(await collect(pendingActivities.list())).toEqual(turns.slice(1));
    await dispose();
  });
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
