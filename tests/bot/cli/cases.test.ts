import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openControl } from '../../../bot/caseControl/controlServer.js';
import { createCaseControl } from '../../../bot/caseControl/staffCommand.js';
import { openDataDirectory, type DataDirectory } from '../../../bot/storage/lowdb/openDataDirectory.js';
import { openCases } from '../../../services/cases/openCases.js';
import { systemClock } from '../../../services/clock.js';
import { describeClaim, describeComplaint, RULES } from '../../services/cases/desk.js';
import { createDataDirectory, type TestDirectory } from '../storage/lowdb/dataDirectory.js';
import { CommandScript } from './commandScript.js';

describe('the cases command', () => {
  let command: CommandScript;
  let directory: TestDirectory;
  let claim: string;
  let complaint: string;

  const run = (...args: string[]) => command.run(args, { DATA_DIR: directory.root });

  function openDesk(data: DataDirectory) {
    const { eventLog, agenda } = data;
    const notify = () => Promise.resolve();
    return openCases({ eventLog, agenda, clock: systemClock, rules: RULES, notify }).desk;
  }

  beforeAll(async () => {
    command = await CommandScript.build('bot/cli/cases.ts');
    directory = await createDataDirectory();
    const data = await openDataDirectory(directory.root);
    const desk = openDesk(data);
    claim = (await desk.file('claim', 'a', describeClaim())).case.reference;
    complaint = (await desk.file('complaint', 'b', describeComplaint({ urgent: true }))).case.reference;
    await data.close();
  });
  afterAll(async () => {
    await directory.remove();
    await command.remove();
  });

  it('answers wrong arguments with the usage', async () => {
    const { code, stdout, stderr } = await run('list', '--kind', 'nonsense');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('verify [REF]');
  });

  it('lists cases, urgent ones first, of one kind or all', async () => {
    const written = await command.runAsWritten(['list', '--json'], { DATA_DIR: directory.root });
    const all = JSON.parse(written.stdout) as { cases: unknown[] };
    expect(all.cases).toMatchObject([
      { reference: complaint, kind: 'complaint', urgent: true, level: 1, owner: 'safety' },
      { reference: claim, kind: 'claim', status: 'reported', open: true },
    ]);
    expect((await run('list', '--kind', 'claim', '--open')).stdout).toContain('1 cases');
  });

  it('shows a case and says when there is none', async () => {
    const { case: found, events } = JSON.parse((await run('show', claim, '--json')).stdout) as {
      case: { reference: string };
      events: unknown[];
    };
    expect(found.reference).toBe(claim);
    expect(events).toMatchObject([{ type: 'claim-filed', version: 1 }]);
    expect(await run('show', 'PEKRE00000')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching('case.unknown'),
    });
  });

  it('replies, refuses what the case does not allow, and leaves the message to the service', async () => {
    const early = await run('close', complaint, '--improvement', 'None.', '--by', 'li');
    expect(early).toMatchObject({ code: 1, stderr: expect.stringMatching('no-reply-yet') });
    const replied = await run('reply', complaint, '--text', 'We are sorry.', '--by', 'li', '--json');
    expect(JSON.parse(replied.stdout)).toMatchObject({
      case: { reference: complaint, state: { status: 'answered', replies: [{ by: 'agent:li' }] } },
    });
    const data = await openDataDirectory(directory.root);
    const due = await data.agenda.takeDue(new Date(), 9);
    await data.close();
    expect(due.map(({ key }) => key)).toContain(`complaint/${complaint}`);
  });

  it('reads beside a running service, and lets it carry out the changes', async () => {
    const data = await openDataDirectory(directory.root);
    try {
      expect((await run('list')).code).toBe(0);
      const alone = await run('escalate', complaint, '--reason', 'Serious.', '--by', 'li');
      expect(alone).toMatchObject({ code: 1, stderr: expect.stringMatching('stop it and try again') });
      const control = await openControl(directory.root, [createCaseControl(openDesk(data))], {
        warn: () => undefined,
      });
      const escalated = await run('escalate', complaint, '--reason', 'Serious.', '--by', 'li', '--json');
      expect(JSON.parse(escalated.stdout)).toMatchObject({ case: { state: { level: 2 } } });
      const refused = await run('escalate', claim, '--reason', 'Serious.', '--by', 'li');
      await control.close();
      expect(refused).toMatchObject({ code: 1, stdout: expect.stringMatching('only a complaint') });
    } finally {
      await data.close();
    }
  });

  it('verifies, and names the event that was changed', async () => {
    expect(await run('verify', claim)).toMatchObject({ code: 0 });
    const data = await openDataDirectory(directory.root);
    await data.close();
    const { stdout, code } = await run('verify', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ broken: [] });
    await alter(claim);
    const after = await run('verify');
    expect(after.code).toBe(1);
    expect(after.stdout).toMatch(new RegExp(`^claim/${claim}: event 1 in events/claim/newest/`));
  });

  async function alter(reference: string): Promise<void> {
    const { SegmentFiles } = await import('../../../bot/storage/lowdb/segmentFiles.js');
    const place = { directory: path.join(directory.root, 'events'), temporaryDirectory: directory.root };
    const file = new SegmentFiles(place).getNewestFile(`claim/${reference}`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('a black case', 'a block case'));
  }
});
