import { afterEach, describe, expect, it } from '@jest/globals';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RESUME_SECONDS } from '../../../../bot/channels/directline/config.js';
import { Client } from './client.js';
import { Harness, alter, type Answer } from './harness.js';

const SECRET = 'a secret of the desk';
let harness: Harness;
afterEach(() => harness.stop());

function openSession(body?: unknown): Promise<Answer> {
  return harness.call({ path: '/../../chat/session', token: null, body });
}

describe("the web page's session", () => {
  it('starts a conversation that its token opens', async () => {
    harness = await Harness.start();
    const { status, json } = await openSession();
    expect(status).toBe(200);
    expect(json).toEqual({
      token: expect.any(String),
      conversationId: expect.any(String),
      userId: expect.stringMatching(/^dl_/),
      resume: expect.any(String),
      expiresIn: 1800,
      fresh: true,
    });
    const path = `/conversations/${String(json['conversationId'])}`;
    expect((await harness.call({ method: 'GET', path, token: String(json['token']) })).status).toBe(200);
  });

  it('hands the language on to the welcome', async () => {
    harness = await Harness.start();
    const { json } = await openSession({ locale: 'zh-Hant' });
    const { activities } = await harness.service.log.readAfter(String(json['conversationId']), 0);
    expect(activities[0]?.activity).toMatchObject({ type: 'conversationUpdate', locale: 'zh-Hant' });
  });

  it.each<[string, (resume: string) => unknown]>([
    ['altered', alter],
    ['no token at all', () => 'x'],
    ['no text', () => 7],
    ['a conversation token', (_resume) => harness.started.token],
    ['of a conversation that is gone', () => harness.tokens.sign('resume', { conv: 'gone', user: 'u' }, 60)],
    ['expired', () => harness.tokens.sign('resume', { conv: harness.started.conversationId, user: 'u' }, -1)],
  ])('begins anew when what it was kept by is %s', async (_name, spoil) => {
    harness = await Harness.start();
    const first = await openSession();
    const second = await openSession({ resume: await spoil(String(first.json['resume'])) });
    expect(second.status).toBe(200);
    expect(second.json).toMatchObject({ fresh: true });
    expect(second.json['conversationId']).not.toBe(first.json['conversationId']);
  });

  it('is kept for thirty days, counted from the last visit', async () => {
    let now = new Date('2026-03-01T00:00:00Z');
    harness = await Harness.start({ clock: { now: () => now } });
    let { json } = await openSession();
    for (let visit = 1; visit <= 3; visit += 1) {
      now = new Date(now.getTime() + (RESUME_SECONDS - 60) * 1000);
      ({ json } = await openSession({ resume: json['resume'] }));
      expect(json['fresh']).toBe(false);
    }
    now = new Date(now.getTime() + (RESUME_SECONDS + 60) * 1000);
    expect((await openSession({ resume: json['resume'] })).json['fresh']).toBe(true);
  });
});

describe('a service with a secret', () => {
  const start = async (): Promise<void> => {
    harness = await Harness.start({ config: { secret: SECRET } });
  };

  it.each<[string, string | null, number]>([
    ['/tokens/generate', null, 401],
    ['/tokens/generate', 'guess', 403],
    ['/tokens/generate', SECRET, 200],
    ['/conversations', null, 401],
    ['/conversations', 'guess', 403],
    ['/conversations', SECRET, 201],
  ])('at %s with %s: %d', async (path, token, status) => {
    await start();
    expect((await harness.call({ path, token })).status).toBe(status);
  });

  it('lets its holder name the user, and the token carry the name', async () => {
    await start();
    const { json } = await harness.call({
      path: '/tokens/generate',
      token: SECRET,
      body: { user: { id: 'ffp-1' } },
    });
    const token = String(json['token']);
    expect((await harness.tokens.verify('conversation', token)).user).toBe('ffp-1');
    expect((await harness.call({ path: '/conversations', token })).status).toBe(201);
  });

  it('is used by directlinejs with the secret itself, naming its user', async () => {
    await start();
    const client = new Client({ domain: harness.service.domain, secret: SECRET });
    await client.untilText('welcome');
    await client.say('hello', { from: { id: 'ffp-2' } });
    await client.untilText('echo hello');
    client.end();
    expect(client.received.find(({ text }) => text === 'hello')?.from?.id).toBe('ffp-2');
  });

  it('still serves its own page', async () => {
    await start();
    expect((await openSession()).status).toBe(200);
  });
});

describe('the signing key', () => {
  it("is made once, for its owner's eyes", async () => {
    harness = await Harness.start();
    const file = await stat(join(harness.dataDir, 'directline.key'));
    expect(file.mode & 0o777).toBe(0o600);
  });
});
