import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostgres, type PostgresRecords } from '../../../bot/storage/postgres/openPostgres.js';
import { systemClock } from '../../../services/clock.js';
import { openCases } from '../../../services/cases/openCases.js';
import { describeClaim, describeComplaint, RULES } from '../../services/cases/desk.js';
import { createDataDirectory, type TestDirectory } from '../storage/lowdb/dataDirectory.js';
import { startPostgres, type PostgresServer } from '../storage/postgres/postgresServer.js';
import { runOnce } from '../storage/postgres/runOnce.js';

const project = fileURLToPath(new URL('../../..', import.meta.url));

describe('the cases command, with the records in a database', () => {
  let server: PostgresServer;
  let url: string;
  let directory: TestDirectory;
  /** Stays open, as a running service's. */
  let records: PostgresRecords;
  let claim: string;
  let complaint: string;

  function run(...args: string[]): Promise<{ code: number; json: unknown }> {
    const env = {
      ...process.env,
      DATA_DIR: directory.root,
      DATABASE_URL: url,
      DIRECTLINE_SIGNING_KEY: 'the same key on every machine, 32 or more',
      NODE_OPTIONS: '',
    };
    const command = ['--import', 'tsx', path.join('bot', 'cli', 'cases.ts'), ...args, '--json'];
    return new Promise((resolve) => {
      execFile(process.execPath, command, { cwd: project, env }, (error, stdout) => {
        const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
        resolve({ code, json: JSON.parse(stdout) });
      });
    });
  }

  beforeAll(async () => {
    [server, directory] = [await startPostgres(), await createDataDirectory()];
    url = await server.createDatabase();
    records = await openPostgres(url, randomUUID);
    const { eventLog, agenda } = records;
    const notify = () => Promise.resolve();
    const { desk } = openCases({ eventLog, agenda, clock: systemClock, rules: RULES, notify });
    claim = (await desk.file('claim', 'a', describeClaim())).case.reference;
    complaint = (await desk.file('complaint', 'b', describeComplaint({ urgent: true }))).case.reference;
  }, 60_000);
  afterAll(async () => {
    await records.close();
    await server.stop();
    await directory.remove();
  });

  it('lists, shows, and says when there is no such case', async () => {
    expect(await run('list')).toMatchObject({
      code: 0,
      json: { cases: [{ reference: complaint, urgent: true }, { reference: claim }] },
    });
    expect(await run('show', claim)).toMatchObject({
      code: 0,
      json: { case: { reference: claim }, events: [{ type: 'claim-filed', version: 1 }] },
    });
    expect(await run('verify', 'PEKRE00000')).toMatchObject({
      code: 1,
      json: { error: { code: 'case.unknown' } },
    });
  }, 60_000);

  it('changes cases beside the services, and leaves the message to them', async () => {
    expect(await run('reply', complaint, '--text', 'We are sorry.', '--by', 'li')).toMatchObject({
      code: 0,
      json: { case: { reference: complaint, state: { status: 'answered' } } },
    });
    const due = await records.agenda.takeDue(new Date(), 9);
    expect(due.map(({ key }) => key)).toContain(`complaint/${complaint}`);
  }, 60_000);

  it('verifies, and names the newest event when it was removed', async () => {
    expect(await run('verify')).toMatchObject({ code: 0, json: { broken: [] } });
    const stream = `complaint/${complaint}`;
    const { length } = await records.eventLog.read(stream);
    await runOnce(
      url,
      `DELETE FROM events e USING streams s
      WHERE s.id = e.stream_id AND s.name = '${stream}' AND e.version = s.version`,
    );
    const broken = [{ stream, version: length, file: 'events', reason: expect.any(String) }];
    expect(await run('verify')).toMatchObject({ code: 1, json: { broken } });
    expect(await run('verify', complaint)).toMatchObject({ code: 1, json: { streams: 1, broken } });
    expect(await run('verify', claim)).toMatchObject({ code: 0 });
  }, 60_000);
});
