import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskService, PASSWORD } from '../channels/desk/deskService.js';
import { waitFor } from '../channels/desk/waitFor.js';
import { CommandScript } from './commandScript.js';

describe('the desk command', () => {
  let command: CommandScript;
  let service: DeskService;
  beforeAll(async () => {
    command = await CommandScript.build('bot/cli/desk.ts');
    service = await DeskService.start();
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await command.remove();
  });

  const describeEnvironment = (
    settings: Record<string, string> = { PUBLIC_URL: 'https://desk.example.com' },
  ) => ({ DATA_DIR: service.dataDir, ...settings });
  const run = (line: string, input?: string, settings?: Record<string, string>) =>
    command.run(line.split(' '), describeEnvironment(settings), input);

  it('answers wrong arguments with the usage, and asks for a password', async () => {
    expect(await run('add Bo')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching('add NAME'),
    });
    const without = await run('add Bo --languages en');
    expect(without).toMatchObject({ code: 1, stderr: expect.stringMatching('--password-stdin') });
  }, 60_000);

  it('makes an account beside the running service that can sign in at once', async () => {
    const line = 'add Bo --languages zh --skills baggage --password-stdin';
    const added = await command.runAsWritten(line.split(' '), describeEnvironment(), `${PASSWORD}\n`);
    expect(added).toMatchObject({ code: 0, stdout: 'Bo: done\n' });
    const page = await service.openAgent('Bo');
    expect(page.floor?.me).toMatchObject({ id: 'bo', languages: ['zh'], skills: ['baggage'], role: 'agent' });
    const again = await run('add bo --languages en --password-stdin --json', PASSWORD);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'desk.account-exists' } });
  }, 60_000);

  it('leaves no account behind whose password is refused', async () => {
    const refused = await run('add Eve --languages en --password-stdin --json', 'short');
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'desk.account-invalid' } });
    expect((await run('list')).stdout).not.toContain('Eve');
  }, 60_000);

  it('ends all sessions with a new password and with a removal, and sends the agent off duty', async () => {
    await run('add Dai --languages en --password-stdin', PASSWORD);
    const page = await service.openAgent('Dai');
    expect(await run('password Dai --password-stdin', 'another good password')).toMatchObject({ code: 0 });
    await waitFor(() => page.heard.find(({ type }) => type === 'signed-out'), 'the sign-out');
    expect((await page.call('GET', '/session')).status).toBe(401);
    expect((await page.signIn('Dai', PASSWORD)).status).toBe(401);
    expect((await page.signIn('Dai', 'another good password')).status).toBe(200);
    expect(await run('remove Dai')).toMatchObject({ code: 0 });
    expect((await page.call('GET', '/session')).status).toBe(401);
    expect((await page.signIn('Dai', 'another good password')).status).toBe(401);
    expect(await run('remove Dai')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching('account-unknown'),
    });
  }, 90_000);

  it('lists the accounts', async () => {
    const { accounts } = JSON.parse((await run('list --json')).stdout) as { accounts: { name: string }[] };
    expect(accounts.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ann', 'Chen', 'Li Wei']));
    expect(JSON.stringify(accounts)).not.toContain('argon2');
  }, 60_000);

  it('makes a link that signs the supervisor in, once', async () => {
    const { link } = JSON.parse((await run('link --json')).stdout) as { link: string };
    expect(link).toMatch(/^https:\/\/desk\.example\.com\/desk\?welcome=[\w-]{43}$/);
    const token = new URL(link).searchParams.get('welcome');
    const page = service.openVisitor();
    expect(await page.call('POST', '/session/link', { token })).toMatchObject({
      status: 200,
      body: { agent: { name: 'Supervisor', role: 'supervisor' }, needsPassword: true },
    });
    expect((await service.openVisitor().call('POST', '/session/link', { token })).status).toBe(401);
  }, 60_000);

  it('makes a link to where the service really listens, and to the configured port where none runs', async () => {
    const readOrigin = async (settings: Record<string, string>): Promise<string> => {
      const { stdout } = await run('link --json', undefined, { PORT: '4999', ...settings });
      return new URL((JSON.parse(stdout) as { link: string }).link).origin;
    };
    expect(await readOrigin({})).toBe(service.origin.replace('127.0.0.1', 'localhost'));
    const elsewhere = path.join(service.root, 'elsewhere');
    expect(await readOrigin({ DATA_DIR: elsewhere })).toBe('http://localhost:4999');
  }, 60_000);
});
