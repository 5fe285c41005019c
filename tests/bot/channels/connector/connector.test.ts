import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { pino } from 'pino';
import type { Server } from 'restify';
import { ConnectorAuthentication } from '../../../../bot/channels/connector/authentication.js';
import type { ConnectorConfig } from '../../../../bot/channels/connector/config.js';
import { ConnectorAdapter } from '../../../../bot/channels/connector/connectorAdapter.js';
import { registerConnector } from '../../../../bot/channels/connector/registerConnector.js';
import { createServer } from '../../../../bot/http/server.js';
import { InProcessTurnLock } from '../../../../bot/turnLock.js';
import { FakeChannelService } from './fakeChannelService.js';

const TIMEOUT_MS = 200;
let channel: FakeChannelService;
let server: Server;
let url: string;
let ids: (string | undefined)[];
let failures: unknown[];

async function start(config: Partial<ConnectorConfig> = {}): Promise<void> {
  const lock = new InProcessTurnLock();
  const full: ConnectorConfig = { appType: 'MultiTenant', serviceHosts: [], ...config };
  const adapter = new ConnectorAdapter(new ConnectorAuthentication(full, TIMEOUT_MS), lock);
  adapter.onTurnError = (_context, error) => Promise.resolve(void failures.push(error));
  server = createServer({
    log: pino({ level: 'silent' }),
    createId: () => 'id',
    allowedOrigins: [],
    openPrefixes: [],
  });
  registerConnector(server, { config: full, adapter, logic: echo });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}/api/messages`;
}

async function echo(context: TurnContext): Promise<void> {
  const { text, type } = context.activity;
  if (type === 'message') ids.push((await context.sendActivity(`echo ${text.slice(0, 20)}`))?.id);
}

function build(change: object = {}): object {
  return {
    type: 'message',
    id: 'in-1',
    channelId: 'emulator',
    serviceUrl: channel.url,
    conversation: { id: 'conv/1' },
    from: { id: 'u' },
    recipient: { id: 'b' },
    text: 'hi',
    timestamp: '2026-03-01T00:00:00Z',
    ...change,
  };
}

async function post(
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

beforeEach(async () => {
  channel = await FakeChannelService.start();
  ids = [];
  failures = [];
});

afterEach(async () => {
  server.server.closeAllConnections();
  await new Promise<void>((resolve) => void server.close(resolve));
  await channel.stop();
});

describe('without an app id', () => {
  beforeEach(() => start());

  it('a channel on this machine gets its reply at its service address', async () => {
    expect((await post(build())).status).toBe(200);
    expect(channel.received).toMatchObject([
      {
        path: '/v3/conversations/conv%2F1/activities/in-1',
        activity: {
          type: 'message',
          text: 'echo hi',
          replyToId: 'in-1',
          from: { id: 'b' },
          recipient: { id: 'u' },
        },
      },
    ]);
    expect(ids).toEqual(['out-1']);
  });

  it('replies come back in the response where that is asked for', async () => {
    const { status, text } = await post(build({ deliveryMode: 'expectReplies' }));
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ activities: [{ text: 'echo hi' }] });
    expect(channel.received).toHaveLength(0);
  });

  it('of several messages at once none is lost', async () => {
    const texts = ['a', 'b', 'c', 'd'];
    await Promise.all(texts.map((text) => post(build({ text, id: text }))));
    expect(channel.received.map(({ activity }) => activity.text).sort()).toEqual(
      texts.map((text) => `echo ${text}`),
    );
  });

  it.each<[string, () => [unknown, Record<string, string>?], number]>([
    ['a caller forwarded by a proxy', () => [build(), { 'x-forwarded-for': '127.0.0.1' }], 403],
    ['replies to another machine', () => [build({ serviceUrl: 'http://192.0.2.1/' })], 403],
    [
      'replies to what only looks like this one',
      () => [build({ serviceUrl: 'http://localhost.evil.example/' })],
      403,
    ],
    ['replies to a user at this one', () => [build({ serviceUrl: 'http://localhost@192.0.2.1/' })], 403],
    ['replies to a file', () => [build({ serviceUrl: 'file:///etc/passwd' })], 403],
    ['no type', () => [build({ type: undefined })], 400],
    ['no conversation', () => [build({ conversation: undefined })], 400],
    ['a conversation without id', () => [build({ conversation: {} })], 400],
    ['no sender', () => [build({ from: undefined })], 400],
    ['no service address', () => [build({ serviceUrl: undefined })], 400],
    ['a service address that is none', () => [build({ serviceUrl: 'here' })], 400],
    ['a text that is none', () => [build({ text: 5 })], 400],
    ['broken JSON', () => ['{'], 400],
    ['a list', () => ['[]'], 400],
    ['plain text', () => ['hi', { 'content-type': 'text/plain' }], 415],
    ['a megabyte', () => [build({ text: 'x'.repeat(1024 * 1024) })], 413],
  ])('%s is refused', async (_name, request, status) => {
    const answer = await post(...request());
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({
      error: { code: expect.any(String), message: expect.any(String) },
    });
    expect(ids).toHaveLength(0);
  });

  it('a strange time and a book of a text pass', async () => {
    expect((await post(build({ timestamp: 'yesterday', text: 'x'.repeat(100_000) }))).status).toBe(200);
    expect(channel.received).toHaveLength(1);
  });

  it.each(['hang', 'redirect', 'broken'] as const)(
    'a channel that is %s fails the turn and no more',
    async (mood) => {
      channel.mood = mood;
      const { status, text } = await post(build());
      expect(status).toBe(200);
      expect(text).not.toContain('secret');
      expect(failures).toHaveLength(1);
      channel.mood = 'kind';
      await post(build({ id: 'in-2' }));
      expect(channel.received.map(({ path }) => path)).toEqual([
        '/v3/conversations/conv%2F1/activities/in-2',
      ]);
    },
  );

  it('the bot can speak of its own accord, but only to allowed addresses', async () => {
    const adapter = new ConnectorAdapter(
      new ConnectorAuthentication({ appType: 'MultiTenant', serviceHosts: [] }, TIMEOUT_MS),
      new InProcessTurnLock(),
    );
    const speak = (serviceUrl: string): Promise<void> =>
      adapter.continueConversationAsync(
        '',
        {
          channelId: 'emulator',
          serviceUrl,
          conversation: { id: 'c', name: '', isGroup: false, conversationType: '' },
          bot: { id: 'b', name: '' },
          user: { id: 'u', name: '' },
        },
        async (context) => void (await context.sendActivity('found it')),
      );
    await speak(channel.url);
    expect(channel.received.at(-1)?.activity.text).toBe('found it');
    await expect(speak('http://192.0.2.1/')).rejects.toMatchObject({ code: 'channel.forbidden' });
  });
});

describe('with an app id', () => {
  const registration = { appId: 'app', appPassword: 'password', serviceHosts: ['127.0.0.1'] };

  it.each([
    ['no token', undefined],
    ['a token that is none', 'Bearer x'],
    ['another scheme', 'Basic eDp5'],
  ])('%s is 401, and says nothing of why', async (_name, authorization) => {
    await start(registration);
    const answer = await post(build(), authorization ? { authorization } : {});
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'Unauthorized' } });
    expect(ids).toHaveLength(0);
  });

  it("service addresses that are not Microsoft's nor configured are refused before anything else", async () => {
    await start({ ...registration, serviceHosts: [] });
    expect((await post(build(), { authorization: 'Bearer x' })).status).toBe(403);
  });
});
