import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Server } from 'restify';
import { createServer } from '../../../../bot/http/server.js';
import { registerWeb } from '../../../../bot/channels/web/registerWeb.js';
import { loadWords } from '../../../../locales/index.js';

const log = pino({ level: 'silent' });
let dataDir: string;
let server: Server;
let base: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'redeye-web-'));
  server = createServer({ log, createId: () => 'id', allowedOrigins: [], openPrefixes: [] });
  await registerWeb(server, {
    dataDir,
    allowedOrigins: ['https://air.example'],
    translate: loadWords().translate,
    readFacts: () => ({ airline: 'Redeye & Air', phone: '400-000-7333', email: 'care@air.example' }),
    log,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  base = `http://127.0.0.1:${server.address().port}`;
});

afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await rm(dataDir, { recursive: true, force: true });
});

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(base + path, { method, headers });
  return {
    response,
    text: await response.text(),
    header: (name: string) => response.headers.get(name) ?? '',
  };
}

describe('the page', () => {
  it('comes in the language asked for, with its words escaped', async () => {
    const { text } = await get('/', { 'accept-language': 'zh-TW' });
    expect(text).toContain('<html lang="zh-Hant"');
    expect(text).toContain('航班動態');
    expect(text).toContain('Redeye &#38; Air');
  });

  it('names its scripts by a number that is never the same, and allows no other', async () => {
    const [one, two] = [await get('/'), await get('/')];
    const numbers = [one, two].map(
      ({ header }) => /'nonce-([^']+)'/.exec(header('content-security-policy'))?.[1],
    );
    expect(numbers[0]).toBeTruthy();
    expect(numbers[0]).not.toBe(numbers[1]);
    expect(one.text).toContain(`nonce="${numbers[0]}"`);
    expect(one.header('content-security-policy')).not.toContain('unsafe');
  });

  it('may be shown in frames by ourselves and the airline only', async () => {
    const { header } = await get('/?embed=1');
    expect(header('content-security-policy')).toContain("frame-ancestors 'self' https://air.example");
    expect(header('x-frame-options')).toBe('');
    expect((await get('/widget-demo')).header('content-security-policy')).toMatch(/frame-ancestors 'self'$/);
  });

  it('answers HEAD with the same head and no body', async () => {
    const { response, text, header } = await get('/', {}, 'HEAD');
    expect([response.status, text, header('content-type')]).toEqual([200, '', 'text/html; charset=utf-8']);
  });
});

describe('a file', () => {
  const findAddress = async (name: string): Promise<string> =>
    new RegExp(`/assets/${name}\\.[0-9a-f]{16}\\.js`).exec((await get('/')).text)?.[0] ?? 'not in the page';

  it.each(['chat', 'webchat'])('is kept for good under its content: %s', async (name) => {
    const { response, header } = await get(await findAddress(name), { 'accept-encoding': 'gzip' });
    expect(response.status).toBe(200);
    expect(header('cache-control')).toContain('immutable');
    expect(header('content-encoding')).toBe('gzip');
    expect(header('vary')).toBe('Accept-Encoding');
  });

  it('is not sent again to whoever has it', async () => {
    const address = await findAddress('chat');
    const { header } = await get(address);
    const { response, text } = await get(address, { 'if-none-match': header('etag') });
    expect([response.status, text]).toEqual([304, '']);
  });

  it('comes plain where no compression is taken', async () => {
    const { header } = await get(await findAddress('chat'), { 'accept-encoding': 'br;q=0, gzip;q=0' });
    expect(header('content-encoding')).toBe('');
  });

  it.each(['/assets/chat.js', '/assets/..%2f..%2fpackage.json', '/assets/'])(
    'is not anything: %s',
    async (path) => {
      expect((await get(path)).response.status).toBe(404);
    },
  );
});

describe('the widget', () => {
  it('is a script other sites may load and revalidate', async () => {
    const { text, header } = await get('/widget.js');
    expect(header('content-type')).toContain('text/javascript');
    expect(header('cross-origin-resource-policy')).toBe('cross-origin');
    expect(header('cache-control')).toContain('max-age=300');
    expect(text).toContain('在线客服');
    expect(text).toContain('Chat with Redeye & Air');
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    ['a person', 'text/html,*/*', 'text/html; charset=utf-8', 'There is nothing at this address'],
    ['a program', 'application/json', 'application/json', '"NotFound"'],
  ])('says so to %s', async (_who, accept, type, words) => {
    const { response, text, header } = await get('/no/such', { accept });
    expect([response.status, header('content-type')]).toEqual([404, type]);
    expect(text).toContain(words);
  });
});

describe('compression', () => {
  it('is kept for the next start', async () => {
    let files: string[] = [];
    while (files.length < 2 || files.some((file) => file.endsWith('.tmp'))) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      files = await readdir(join(dataDir, 'cache')).catch(() => []);
    }
    expect(files.map((file) => file.replace(/\.[0-9a-f]{16}/, '')).sort()).toEqual([
      'webchat.js.br',
      'webchat.js.gzip',
    ]);
  }, 60_000);
});
