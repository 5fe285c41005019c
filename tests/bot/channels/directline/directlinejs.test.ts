import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Options } from './client.js';
import { startEchoService, type EchoOptions, type EchoService } from './echoService.js';

let dataDir: string;
let service: EchoService;
const clients: Client[] = [];

async function start(options: Partial<EchoOptions> = {}): Promise<void> {
  service = await startEchoService({ dataDir, ...options });
}

function connect(options: Options = {}): Client {
  const client = new Client({ domain: service.domain, ...options });
  clients.push(client);
  return client;
}

async function post<Body>(path: string, body?: object, token?: string): Promise<Body> {
  const response = await fetch(service.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body ?? {}),
  });
  return (await response.json()) as Body;
}

interface Session {
  token: string;
  conversationId: string;
  userId: string;
  resume: string;
  fresh: boolean;
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'directline-'));
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await service.stop();
  await rm(dataDir, { recursive: true });
});

describe.each([
  { transport: 'WebSocket', webSocket: true },
  { transport: 'polling', webSocket: false },
])('an unmodified directlinejs over $transport', ({ webSocket }) => {
  it('is welcomed, sees its own message confirmed and gets the reply', async () => {
    await start();
    const client = connect({ webSocket });
    await client.untilText('welcome');
    const id = await client.say('hello', { channelData: { clientActivityID: 'c1' } });
    await client.untilText('echo hello');

    const own = client.received.find(({ text }) => text === 'hello');
    expect(own).toMatchObject({ id, channelData: { clientActivityID: 'c1' }, from: { role: 'user' } });
    expect(own?.from?.id).toMatch(/^dl_/);
    const reply = client.received.find(({ text }) => text === 'echo hello');
    expect(reply).toMatchObject({ replyToId: id, from: { role: 'bot' }, conversation: own?.conversation });
    expect(client.received.find(({ text }) => text === 'welcome')?.replyToId).toBeUndefined();
    expect(client.received.some(({ type }) => type === 'conversationUpdate')).toBe(false);
  });

  it('sees everything once and in order', async () => {
    await start();
    const client = connect({ webSocket });
    await client.untilText('welcome');
    const said = Array.from({ length: 8 }, (_, index) => `m${index}`);
    await Promise.all(said.map((text) => client.say(text)));
    await client.until(() => client.texts.length === 17);
    const replies = client.texts.filter((text) => text?.startsWith('echo'));
    expect(replies).toEqual(service.heard.map((text) => `echo ${text}`));
    expect([...service.heard].sort()).toEqual(said);
    expect(new Set(client.received.map(({ id }) => id)).size).toBe(client.received.length);
  });

  it('continues with its history after a reload', async () => {
    await start();
    const session = await post<Session>('/chat/session');
    const before = connect({ webSocket, ...session });
    await before.say('first');
    await before.untilText('echo first');
    before.end();
    const again = await post<Session>('/chat/session', { resume: session.resume });
    expect(again).toMatchObject({
      conversationId: session.conversationId,
      userId: session.userId,
      fresh: false,
    });
    const after = connect({ webSocket, ...again });
    await after.say('second');
    await after.untilText('echo second');
    expect(after.texts).toEqual(['welcome', 'first', 'echo first', 'second', 'echo second']);
  });

  it('gets the same in two tabs', async () => {
    await start();
    const session = await post<Session>('/chat/session');
    const tabs = [connect({ webSocket, ...session }), connect({ webSocket, ...session })];
    await Promise.all(tabs.map((tab) => tab.untilText('welcome')));
    await tabs[0]!.say('one');
    await tabs[1]!.say('two');
    await Promise.all(tabs.map((tab) => tab.until(() => tab.texts.length === 5)));
    expect(tabs[0]!.texts).toEqual(tabs[1]!.texts);
    expect(new Set(tabs[0]!.received.map(({ id }) => id)).size).toBe(tabs[0]!.received.length);
  });

  it('answers a resent message once', async () => {
    await start();
    const client = connect({ webSocket });
    await client.untilText('welcome');
    const again = { channelData: { clientActivityID: 'same' } };
    const ids = [await client.say('pay', again), await client.say('pay', again)];
    await client.untilText('echo pay');
    ids.push(await client.say('pay', again));
    await client.say('end');
    await client.untilText('echo end');
    expect(new Set(ids).size).toBe(1);
    expect(service.heard).toEqual(['pay', 'end']);
    expect(client.texts.filter((text) => text === 'pay')).toHaveLength(1);
  });

  it('sends a file as a passenger does', async () => {
    await start();
    const client = connect({ webSocket });
    await client.untilText('welcome');
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const form = new FormData();
    form.append(
      'activity',
      new Blob([JSON.stringify({ type: 'message' })], { type: 'application/vnd.microsoft.activity' }),
    );
    form.append('file', new Blob([png], { type: 'image/png' }), 'bag.png');
    const { conversationId, token } = client.line as unknown as { conversationId: string; token: string };
    const sent = await fetch(`${service.domain}/conversations/${conversationId}/upload?userId=me`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(sent.status).toBe(200);
    await client.untilText('file image/png');
    const own = client.received.find(({ attachments }) => attachments?.length);
    const response = await fetch(own!.attachments![0]!.contentUrl!);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  });

  it('continues after a restart of the service, and what was left unanswered is answered', async () => {
    const killed = new Error('killed');
    await start({ bot: () => Promise.reject(killed) });
    const { url } = service;
    const session = await post<Session>('/chat/session');
    const first = connect({ webSocket: false, ...session });
    await first.say('lost?');
    first.end();
    await service.stop();

    await start({ port: Number(new URL(url).port) });
    const again = await post<Session>('/chat/session', { resume: session.resume });
    expect(again).toMatchObject({ conversationId: session.conversationId, fresh: false });
    const client = connect({ webSocket, ...again });
    await client.untilText('echo lost?');
    expect(client.texts.filter((text) => text === 'lost?')).toHaveLength(1);
    expect(service.heard).toEqual(['lost?']);
  });
});

describe('the stream', () => {
  it('comes back after the service went away and misses nothing', async () => {
    await start();
    const client = connect();
    await client.untilText('welcome');
    const { url } = service;
    await service.stop();
    await start({ port: Number(new URL(url).port) });
    const { conversationId } = client.line as unknown as { conversationId: string };
    await service.log.recordOutgoing(conversationId, [
      { type: 'message', id: 'meanwhile', text: 'meanwhile' },
    ]);
    await client.untilText('meanwhile');
    expect(client.texts).toEqual(['welcome', 'meanwhile']);
  }, 40_000);

  it('does not keep the service from stopping, even where nobody says goodbye', async () => {
    await start();
    const session = await post<{ streamUrl: string }>('/v3/directline/conversations');
    const { host, port, pathname, search } = new URL(session.streamUrl);
    const socket = connectSocket(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await new Promise((resolve) => socket.once('data', resolve));
    await service.stop();
    socket.destroy();
    await start();
  });

  it('shows typing to whoever is connected, and keeps it nowhere', async () => {
    await start();
    const client = connect();
    await client.untilText('welcome');
    await client.say('hi');
    await client.untilText('echo hi');
    expect(client.received.filter(({ type }) => type === 'typing')).toHaveLength(1);
    const { conversationId } = client.line as unknown as { conversationId: string };
    const { activities } = await service.log.readAfter(conversationId, 0);
    expect(activities.some(({ activity }) => activity.type === 'typing')).toBe(false);
  });

  it('delivers what the bot says of its own accord, without naming an activity the client cannot know', async () => {
    await start();
    const client = connect();
    await client.untilText('welcome');
    const welcome = client.received.find(({ text }) => text === 'welcome')!;
    const reference = {
      channelId: 'directline',
      serviceUrl: 'urn:x',
      conversation: welcome.conversation!,
      bot: welcome.from!,
      user: welcome.recipient!,
      activityId: 'long-gone',
    };
    await service.adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('your bag was found');
    });
    await client.untilText('your bag was found');
    expect(client.received.at(-1)?.replyToId).toBeUndefined();
  });
});
