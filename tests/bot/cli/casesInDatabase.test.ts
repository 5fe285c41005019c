import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostgres, type PostgresRecords } from '../../../bot/storage/postgres/openPostgres.js';
import { systemClock } from '../../../services/clock.js';
import { openCases } from '../../../services/cases/openCases.js';
import { describeClaim, describeComplaint, RULES } from '../../services/cases/desk.js';
import { createDataDirectory, type TestDirectory } from '../storage/lowdb/dataDirectory.js';
import { startPostgres, type PostgresServer } from '../storage/postgres/postgresServer.js';
import { runOnce } from '../storage/postgres/runOnce.js';
import { CommandScript } from './commandScript.js';

describe('the cases command, with the records in a database', () => {
  let command: CommandScript;
  let server: PostgresServer;
  let url: string;
  let directory: TestDirectory;
  /** Stays open, as a running service's. */
  let records: PostgresRecords;
  let claim: string;
  let complaint: string;

  async function run(...args: string[]): Promise<{ code: number; json: unknown }> {
    const { code, stdout } = await command.run([...args, '--json'], {
      DATA_DIR: directory.root,
      DATABASE_URL: url,
      DIRECTLINE_SIGNING_KEY: 'the same key on every machine, 32 or more',
    });
    return { code, json: JSON.parse(stdout) };
  }

  beforeAll(async () => {
    command = await CommandScript.build('bot/cli/cases.ts');
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
    await command.remove();
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
