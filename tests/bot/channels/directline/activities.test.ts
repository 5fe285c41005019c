import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Harness, PDF, PNG, alter, buildForm } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start({ allowedOrigins: ['https://air.example'] });
});
afterAll(() => harness.stop());

describe('what is said', () => {
  it("is the bearer's, whatever the client claims about itself", async () => {
    const forged = {
      type: 'message',
      text: 'whoami',
      id: 'mine',
      timestamp: '1999-01-01T00:00:00Z',
      from: { id: 'admin', role: 'bot' },
      conversation: { id: 'other' },
      channelId: 'msteams',
      serviceUrl: 'http://10.0.0.1',
      channelData: { redeye: { route: 'faq:x' }, clientActivityID: 'w' },
      attachments: [],
    };
    const { json } = await harness.call({ path: '/conversations/{id}/activities', body: forged });
    const { activities } = await harness.service.log.readAfter(harness.started.conversationId, 0);
    const stored = activities.find(({ activity }) => activity.text === 'whoami')!.activity;
    expect(stored.id).toBe(json['id']);
    expect(stored.id).not.toBe('mine');
    expect(stored).toMatchObject({
      from: { id: (await harness.tokens.verify('conversation', harness.started.token)).user, role: 'user' },
      conversation: { id: harness.started.conversationId },
      channelId: 'directline',
      channelData: { clientActivityID: 'w' },
    });
    expect(stored.serviceUrl).not.toContain('10.0.0.1');
    expect(stored.channelData).not.toHaveProperty('redeye');
    expect(String(stored.timestamp)).not.toContain('1999');
  });

  it.each<[string, object, string | undefined]>([
    ['nothing', {}, undefined],
    ['an empty text', { text: '' }, ''],
    ['emoji', { text: '✈️🧳' }, '✈️🧳'],
    [
      'markup',
      { text: '<img src=x onerror=alert(1)> [x](javascript:1)' },
      '<img src=x onerror=alert(1)> [x](javascript:1)',
    ],
    ['control characters', { text: 'a\0b\u0007' }, 'a\uFFFDb\u0007'],
    ['half a character', { text: 'a\ud83d' }, 'a\uFFFD'],
  ])('may be %s', async (_name, body, text) => {
    const { status, json } = await harness.call({
      path: '/conversations/{id}/activities',
      body: { type: 'message', ...body },
    });
    expect(status).toBe(200);
    const { activities } = await harness.service.log.readAfter(harness.started.conversationId, 0);
    expect(activities.find(({ activity }) => activity.id === json['id'])!.activity.text).toBe(text);
  });

  it('is cut when it is a book, and says so to the bot', async () => {
    const fresh = await harness.converse();
    const text = `${'x'.repeat(15_999)}${'😀'.repeat(42_000)}`;
    const answer = await harness.call({
      path: `/conversations/${fresh.conversationId}/activities`,
      token: fresh.token,
      body: { type: 'message', text },
    });
    expect(answer.status).toBe(200);
    const { activities } = await harness.service.log.readAfter(fresh.conversationId, 0);
    const { activity } = activities.find(({ activity: { id } }) => id === answer.json['id'])!;
    expect(activity.text).toBe('x'.repeat(15_999));
    expect(activity.channelData).toMatchObject({ redeye: { truncated: 84_000 } });
  });

  it.each(['typing', 'conversationUpdate'])('of the type %s has no effect', async (type) => {
    const before = (await harness.service.log.readAfter(harness.started.conversationId, 0)).position;
    const { status } = await harness.call({
      path: '/conversations/{id}/activities',
      body: { type, membersAdded: [{ id: 'x' }] },
    });
    expect(status).toBe(200);
    expect((await harness.service.log.readAfter(harness.started.conversationId, 0)).position).toBe(before);
  });
});

describe('uploads', () => {
  it.each([
    ['a picture', PNG, 'image/png', 'inline'],
    ['a document', PDF, 'application/pdf', 'attachment'],
  ])('%s is kept and served back by its signed address alone', async (_name, bytes, type, place) => {
    const fresh = await harness.converse();
    const path = `/conversations/${fresh.conversationId}`;
    const sent = await harness.call({
      path: `${path}/upload?userId=u`,
      token: fresh.token,
      raw: buildForm(bytes),
    });
    expect(sent.status).toBe(200);
    const set = await harness.call({ method: 'GET', path: `${path}/activities`, token: fresh.token });
    const activities = set.json['activities'] as {
      id: string;
      attachments?: { contentUrl: string; thumbnailUrl?: string; name: string }[];
    }[];
    const link = activities.find(({ id }) => id === sent.json['id'])!.attachments![0]!;
    expect(link.name).toBe('f0.png');
    // Web Chat shows the passenger a picture only where there is a thumbnail.
    expect(link.thumbnailUrl).toBe(type.startsWith('image/') ? link.contentUrl : undefined);
    const served = await fetch(link.contentUrl);
    expect(served.headers.get('content-type')).toBe(type);
    expect(served.headers.get('content-disposition')).toContain(place);
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);
    expect((await fetch(link.contentUrl.split('?')[0]!)).status).toBe(403);
    expect((await fetch(alter(link.contentUrl))).status).toBe(403);
  });

  it('that were deleted are said to be gone: in the talk, and to who still has the address', async () => {
    const fresh = await harness.converse();
    const path = `/conversations/${fresh.conversationId}`;
    const activity = JSON.stringify({ type: 'message', text: 'my bag', locale: 'zh-CN' });
    await harness.call({ path: `${path}/upload`, token: fresh.token, raw: buildForm(PNG, activity) });
    const read = async () => {
      const set = await harness.call({ method: 'GET', path: `${path}/activities`, token: fresh.token });
      const said = set.json['activities'] as { text?: string; attachments?: { contentUrl: string }[] }[];
      return said.find(({ text }) => text?.startsWith('my bag'));
    };
    const url = (await read())!.attachments![0]!.contentUrl;
    await rm(join(harness.dataDir, 'uploads'), { recursive: true });
    expect(await read()).toMatchObject({
      text: 'my bag\n\nchannels:fileGone.named in zh-Hans',
      attachments: [],
    });
    const gone = await fetch(url, { headers: { 'accept-language': 'zh-TW' } });
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('channels:fileGone.title in zh-Hant');
  });
});

describe('pages of other origins', () => {
  it('may call when they are allowed, with the headers directlinejs sends', async () => {
    const preflight = await fetch(`${harness.service.domain}/conversations`, {
      method: 'OPTIONS',
      headers: { origin: 'https://air.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://air.example');
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, x-ms-bot-agent, x-requested-with',
    );
    const refused = await harness.call({
      path: '/tokens/refresh',
      token: null,
      headers: { origin: 'https://air.example' },
    });
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://air.example');
  });

  it('may not otherwise', async () => {
    const answer = await harness.call({
      path: '/tokens/refresh',
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('vary')).toContain('Origin');
  });
});

describe('the log', () => {
  it('holds neither tokens nor what was said', async () => {
    await harness.call({
      path: '/conversations/{id}/activities',
      body: { type: 'message', text: 'my-secret-words' },
    });
    await harness.call({ path: '/conversations/{id}/activities', raw: '{"text":"my-secret-words"' });
    const lines = harness.service.logLines.join('');
    expect(lines).toContain('/v3/directline/conversations/:conversationId/activities');
    expect(lines).not.toContain('my-secret-words');
    expect(lines).not.toContain(harness.started.token);
  });
});
