import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { openPostgres } from '../../../bot/storage/postgres/openPostgres.js';
import { startPostgres, type PostgresServer } from '../../bot/storage/postgres/postgresServer.js';
import { describeFloorJournal } from '../../contracts/floorJournal.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

describeFloorJournal('two processes on postgres', async () => {
  const url = await server.createDatabase();
  const [own, others] = [await openPostgres(url, randomUUID), await openPostgres(url, randomUUID)];
  return {
    eventLog: own.eventLog,
    other: others.eventLog,
    dispose: async () => {
      await own.close();
      await others.close();
    },
  };
});
