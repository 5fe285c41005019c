import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';
import { createApp, type App } from '../../bot/app.js';
import { readConfig } from '../../bot/config.js';
import { packQuickly } from './channels/web/packQuickly.js';
import { startPostgres, type PostgresServer } from './storage/postgres/postgresServer.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
const CABIN_BAG = /One cabin bag up to \d+ kg/;
const PATIENCE_MS = 20_000;
const BAGGAGE_DESK = 'Report it at the baggage desk before you leave.';

interface Talk {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}
interface Said {
  readonly activities: Partial<Activity>[];
  readonly watermark?: string;
}

describe('two services on one database', () => {
  let server: PostgresServer;
  let root: string;
  let apps: App[] = [];
  let one: string;
  let other: string;
  const sockets: WebSocket[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    root = await mkdtemp(path.join(os.tmpdir(), 'redeye-two-'));
    const faq = path.join(root, 'faq');
    await cp(path.join(project, 'tests/conversations/corpus/content'), path.join(faq, 'content'), {
      recursive: true,
    });
    await cp(path.join(project, 'faq/policy.yaml'), path.join(faq, 'policy.yaml'));
    const environment = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      FAQ_DIR: faq,
      DATABASE_URL: await server.createDatabase(),
      DIRECTLINE_SIGNING_KEY: 'the same key on every machine, 32 or more',
    };
    const start = async (name: string): Promise<string> => {
      const dataDir = path.join(root, name);
      await packQuickly(dataDir);
      const app = await createApp(readConfig({ ...environment, DATA_DIR: dataDir }, project));
      apps = [...apps, app];
      return `${(await app.listen()).replace('localhost', '127.0.0.1')}/v3/directline`;
    };
    one = await start('one');
    other = await start('other');
  }, 180_000);
  afterAll(async () => {
    for (const socket of sockets) socket.terminate();
    for (const app of apps) await app.close();
    await server.stop();
    await rm(root, { recursive: true, force: true });
  }, 60_000);

  async function call<T>(method: string, address: string, token?: string, body?: object): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const response = await fetch(address, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    expect(response.ok).toBe(true);
    return (await response.json()) as T;
  }

  function say(at: string, { conversationId, token }: Talk, text: string): Promise<{ id: string }> {
    const activity = { type: 'message', text, locale: 'en', from: { id: 'me' } };
    return call('POST', `${at}/conversations/${conversationId}/activities`, token, activity);
  }

  function read(at: string, { conversationId, token }: Talk): Promise<Said> {
    return call('GET', `${at}/conversations/${conversationId}/activities`, token);
  }

  /** Follows a conversation by its stream: what was heard so far, and how to wait for something in it. */
  function listen({ streamUrl }: Talk) {
    const heard: Partial<Activity>[] = [];
    let wake = (): void => undefined;
    const socket = new WebSocket(streamUrl);
    sockets.push(socket);
    socket.on('message', (data: Buffer) => {
      if (data.length > 0) heard.push(...(JSON.parse(data.toString()) as Said).activities);
      wake();
    });
    const listTexts = (): string[] => heard.flatMap(({ type, text }) => (type === 'message' && text) || []);
    return {
      listTexts,
      async until(pattern: RegExp | string): Promise<void> {
        while (!listTexts().some((text) => text.match(pattern))) {
          await new Promise<void>((resolve, reject) => {
            const fail = () => reject(new Error(`not heard: ${String(pattern)} in ${JSON.stringify(heard)}`));
            const patience = setTimeout(fail, PATIENCE_MS);
            wake = () => {
              clearTimeout(patience);
              resolve();
            };
          });
        }
      },
    };
  }

  const start = (at: string): Promise<Talk> =>
    call('POST', `${at}/conversations`, undefined, { locale: 'en' });
  const reopen = (at: string, { conversationId, token }: Talk): Promise<Talk> =>
    call('GET', `${at}/conversations/${conversationId}?watermark=0`, token);

  it('go on, each, with a conversation that was started on the other, and show its history', async () => {
    const begun = await start(one);
    const atOne = listen(begun);
    await atOne.until('support desk');
    await say(one, begun, 'How big may my cabin bag be?');
    await atOne.until(CABIN_BAG);

    const resumed = await reopen(other, begun);
    expect(resumed.conversationId).toBe(begun.conversationId);
    const atOther = listen(resumed);
    await atOther.until(CABIN_BAG);
    expect(atOther.listTexts()).toEqual(atOne.listTexts());

    await say(other, resumed, 'Where is the baggage service desk?');
    await atOther.until(BAGGAGE_DESK);
    const texts = (await read(one, begun)).activities.flatMap(({ text }) => text ?? []);
    expect(texts).toEqual(atOther.listTexts());
    // Greeted once: the second service knew that the conversation had begun.
    expect(texts.filter((text) => text.includes('support desk'))).toHaveLength(1);
  }, 60_000);

  it('tell who listens on one of a turn that was run on the other, in the same order', async () => {
    const begun = await start(one);
    const atOne = listen(begun);
    await atOne.until('support desk');
    await say(other, begun, 'Where is the baggage service desk?');
    await atOne.until(BAGGAGE_DESK);
    const texts = (await read(other, begun)).activities.flatMap(({ text }) => text ?? []);
    expect(atOne.listTexts()).toEqual(texts);
    expect(texts).toContain('Where is the baggage service desk?');
  }, 60_000);
});
