import { afterEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { DEFAULT_LIMITS } from '../../../../bot/channels/directline/config.js';
import { Client } from './client.js';
import { Harness, PNG, buildForm, type Answer } from './harness.js';

let harness: Harness;
afterEach(() => harness.stop());

function limit(limits: Partial<typeof DEFAULT_LIMITS>): Promise<Harness> {
  return Harness.start({ config: { limits: { ...DEFAULT_LIMITS, ...limits } } });
}

describe('too much at once', () => {
  it('is answered kindly, once, in the language of the one who writes, and not run', async () => {
    harness = await limit({ messagesPerTenSeconds: 3 });
    const client = new Client({ domain: harness.service.domain, ...harness.started });
    await client.untilText('welcome');
    const statuses: number[] = [];
    for (let n = 1; n <= 6; n += 1) {
      const body = { type: 'message', text: `m${n}`, locale: 'zh-CN' };
      statuses.push((await harness.call({ path: '/conversations/{id}/activities', body })).status);
    }
    await client.until(() => client.texts.length === 11);
    client.end();
    expect(statuses).toEqual(Array(6).fill(200));
    expect(harness.service.heard).toEqual(['m1', 'm2', 'm3']);
    expect(client.texts.filter((text) => text === 'channels:rateLimited in zh-Hans')).toHaveLength(1);
    // The sender sees all of it, so that nothing is called undelivered, but only what was heard is kept.
    expect(client.texts.filter((text) => text?.startsWith('m'))).toHaveLength(6);
    const { activities } = await harness.service.log.readAfter(harness.started.conversationId, 0);
    expect(activities.filter(({ direction }) => direction === 'incoming')).toHaveLength(4);
  });

  it('does not touch other conversations', async () => {
    harness = await limit({ messagesPerTenSeconds: 1 });
    const other = await harness.converse();
    const body = { type: 'message', text: 'x' };
    await harness.call({ path: '/conversations/{id}/activities', body });
    await harness.call({ path: '/conversations/{id}/activities', body });
    await harness.call({
      path: `/conversations/${other.conversationId}/activities`,
      token: other.token,
      body,
    });
    const { activities } = await harness.service.log.readAfter(other.conversationId, 0);
    expect(activities.some(({ activity }) => activity.text === 'x')).toBe(true);
  });
});

describe('more files than are kept', () => {
  it.each([
    ['in number', { filesPerDay: 2 }],
    ['in bytes', { fileBytesPerDay: 2 * PNG.length }],
  ])('%s are refused in words, and nothing of them is kept', async (_what, limits) => {
    harness = await limit(limits);
    const statuses: number[] = [];
    for (let n = 1; n <= 3; n += 1) {
      const raw = buildForm(PNG, JSON.stringify({ type: 'message', text: `f${n}`, locale: 'en' }));
      statuses.push((await harness.call({ path: '/conversations/{id}/upload', raw })).status);
    }
    expect(statuses).toEqual([200, 200, 200]);
    const { activities } = await harness.service.log.readAfter(harness.started.conversationId, 0);
    const kept = activities.filter(({ activity }) => activity.attachments?.length);
    expect(kept.map(({ activity }) => activity.text)).toEqual(['f1', 'f2']);
    expect(activities.map(({ activity }) => activity.text)).toContain('channels:tooManyFiles in en');
  });
});

describe('a caller that repeats itself', () => {
  const expectTooMany = (answer: Answer): void => {
    expect(answer.status).toBe(429);
    expect(answer.json.error?.code).toBe('TooManyRequests');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  };

  it.each(['/conversations', '/tokens/generate', '/../../chat/session'])('at %s', async (path) => {
    harness = await limit({ startsPerMinute: 2 });
    expect((await harness.call({ path, token: null })).status).toBeLessThan(300);
    expectTooMany(await harness.call({ path, token: null }));
  });

  it('guessing secrets', async () => {
    const limits = { ...DEFAULT_LIMITS, startsPerMinute: 2 };
    harness = await Harness.start({ config: { secret: 'a secret of the desk', limits } });
    const guess = (): Promise<Answer> => harness.call({ path: '/tokens/generate', token: 'guess' });
    expect([(await guess()).status, (await guess()).status]).toEqual([403, 403]);
    expectTooMany(await guess());
  });

  it('uploading', async () => {
    harness = await limit({ uploadsPerMinute: 1 });
    const upload = { path: '/conversations/{id}/upload', raw: buildForm(PNG) };
    expect((await harness.call(upload)).status).toBe(200);
    expectTooMany(await harness.call({ ...upload, raw: buildForm(PNG) }));
  });

  it('calling anything', async () => {
    harness = await limit({ callsPerMinute: 2 });
    expect((await harness.call({ method: 'GET', path: '/conversations/{id}' })).status).toBe(200);
    expectTooMany(await harness.call({ method: 'GET', path: '/conversations/{id}' }));
  });

  it('is not known by what it writes into X-Forwarded-For, unless a proxy of ours does', async () => {
    harness = await limit({ startsPerMinute: 1 });
    expectTooMany(
      await harness.call({
        path: '/conversations',
        token: null,
        headers: { 'x-forwarded-for': '203.0.113.9' },
      }),
    );
    await harness.stop();
    harness = await Harness.start({
      config: { trustedProxies: 1, limits: { ...DEFAULT_LIMITS, startsPerMinute: 1 } },
    });
    const from = (header: string): Promise<Answer> =>
      harness.call({ path: '/conversations', token: null, headers: { 'x-forwarded-for': header } });
    expect((await from('203.0.113.9')).status).toBe(201);
    expect((await from('198.51.100.7')).status).toBe(201);
    expectTooMany(await from('192.0.2.1, 203.0.113.9'));
  });
});

describe('open streams of one conversation', () => {
  it('are limited', async () => {
    harness = await limit({ streamsPerConversation: 1 });
    const first = new Client({ domain: harness.service.domain, ...harness.started });
    await first.untilText('welcome');
    const { streamUrl } = harness.started;
    const second = new WebSocket(streamUrl);
    second.on('error', () => undefined);
    const status = await new Promise((resolve) => {
      second.once('unexpected-response', (_request, response) => resolve(response.statusCode));
      second.once('open', () => resolve('open'));
    });
    first.end();
    expect(status).toBe(429);
  });
});
