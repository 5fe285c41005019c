import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { connect } from 'node:net';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { closeServer } from '../../../bot/http/closeServer.js';
import { HttpError } from '../../../bot/http/httpError.js';
import { parseBody, readJsonBody, readPathPart } from '../../../bot/http/jsonBody.js';
import { setSecurityHeaders } from '../../../bot/http/securityHeaders.js';
import { createServer } from '../../../bot/http/server.js';
import { UpgradeRouter } from '../../../bot/http/upgrades.js';
import { RedeyeError } from '../../../services/errors.js';

let server: Server;
let url: string;
const lines: string[] = [];

beforeAll(async () => {
  server = createServer({
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    createId: () => 'made-id',
    allowedOrigins: [],
    openPrefixes: [],
  });
  new UpgradeRouter(server);
  const thrown: Record<string, unknown> = {
    fault: new Error('password=hunter2'),
    text: 'password=hunter2',
    nothing: undefined,
    own: new HttpError(409, 'Taken', 'Somebody was faster.'),
    named: new RedeyeError('conversation.unknown', 'password=hunter2'),
    broken: new RedeyeError('storage.corrupt', 'password=hunter2'),
  };
  // oxlint-disable-next-line typescript/require-await -- a handler that throws must be asynchronous for restify
  server.get('/throw/:what', async (req) => {
    throw thrown[(req.params as { what: string }).what];
  });
  server.get(
    '/page',
    setSecurityHeaders('page', { frameAncestors: ['https://air.example'] }),
    (_req, res, next) => {
      res.sendRaw(200, '<p>', { 'Content-Type': 'text/html' });
      next();
    },
  );
  server.post('/echo', readJsonBody(100), echo);
  server.get('/named/:name', async (req, res) => {
    res.send({ name: await Promise.resolve(readPathPart(req, 'name')) });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});

afterAll(() =>
  closeServer({
    server,
    drainTurns: () => Promise.resolve(),
    closeStreams: () => undefined,
    graceMs: 1000,
  }),
);

// oxlint-disable-next-line typescript/require-await -- what it throws must reach restify as a rejection
async function echo(req: Request, res: Response): Promise<void> {
  res.send(parseBody(z.object({ n: z.number() }), req.body));
}

describe('an address written to break things', () => {
  it.each([
    ['http://[', 400],
    ['http://a:b/', 400],
    ['*', 400],
    ['//', 400],
    ['/\\', 400],
    ['x', 400],
    ['/named/%E0%A4%A', 404],
    ['/named/%00', 200],
    [`/named/${'x'.repeat(1000)}`, 404],
    ['/%', 404],
    ['/?%&=&&', 404],
  ])('%s: %d', async (target, status) => {
    expect(await requestRaw(`GET ${target} HTTP/1.1`)).toBe(status);
    expect(await requestRaw('GET /named/still-there HTTP/1.1')).toBe(200);
  });

  it.each(['//', '/\\', 'http://[', '/nothing'])('%s as an upgrade', async (target) => {
    const upgrade = `GET ${target} HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket`;
    expect([400, 404]).toContain(await requestRaw(upgrade));
  });
});

/** Sends a request as written, which no client library would, and returns the status. */
function requestRaw(head: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.address().port, '127.0.0.1', () =>
      socket.write(`${head}\r\nHost: x\r\n\r\n`),
    );
    socket.once('data', (data) => {
      resolve(Number(data.toString().split(' ')[1]));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(0));
  });
}

describe('what a handler throws', () => {
  it.each([
    ['fault', 500, 'ServiceError'],
    ['text', 500, 'ServiceError'],
    ['nothing', 500, 'ServiceError'],
    ['broken', 500, 'ServiceError'],
    ['named', 404, 'NotFound'],
    ['own', 409, 'Taken'],
  ])('%s becomes %d %s and stays inside', async (what, status, code) => {
    const response = await fetch(`${url}/throw/${what}`, { headers: { accept: 'text/html' } });
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect((JSON.parse(text) as { error: { code: string } }).error.code).toBe(code);
    expect(text).not.toContain('hunter2');
  });

  it('is in the log, with the id the caller was given', async () => {
    lines.length = 0;
    await (await fetch(`${url}/throw/fault`, { headers: { 'x-request-id': 'abc-1' } })).text();
    const line = lines.find((each) => each.includes('request failed'));
    expect(line).toContain('"requestId":"abc-1"');
    expect(line).toContain('hunter2');
    expect(line).toContain('/throw/:what');
  });
});

describe('a request id', () => {
  it.each([
    ['good-1', 'good-1'],
    ['x'.repeat(65), 'made-id'],
    ['<script>', 'made-id'],
  ])('%s is answered with %s', async (given, answered) => {
    const response = await fetch(`${url}/nothing`, { headers: { 'x-request-id': given } });
    expect(response.headers.get('x-request-id')).toBe(answered);
  });
});

describe('a JSON body', () => {
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${url}/echo`, { method: 'POST', body, headers });

  it.each<[string, string, Record<string, string> | undefined, number]>([
    ['as asked for', '{"n":1}', undefined, 200],
    ['with a character set', '{"n":1}', { 'content-type': 'application/json; charset=utf-8' }, 200],
    ['of another form', '{"n":"1"}', undefined, 400],
    ['broken', '{', undefined, 400],
    ['too long', `{"n":1,"x":"${'x'.repeat(100)}"}`, undefined, 413],
    ['of a similar type', '{"n":1}', { 'content-type': 'application/jsonp' }, 415],
  ])('%s', async (_name, body, headers, status) => {
    expect((await post(body, headers)).status).toBe(status);
  });

  it('too long without saying so beforehand', async () => {
    const body = new Blob([`{"n":1,"x":"${'x'.repeat(1000)}"}`]).stream();
    const request = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
    expect((await fetch(`${url}/echo`, request as RequestInit)).status).toBe(413);
  });
});

describe('security headers', () => {
  it('forbid data everything, and pages what they do not need', async () => {
    const data = await fetch(`${url}/nothing`);
    expect(data.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(data.headers.get('cache-control')).toBe('no-store');
    const page = await fetch(`${url}/page`);
    expect(page.headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://air.example",
    );
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.headers.get('x-frame-options')).toBeNull();
    for (const { headers } of [data, page]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
