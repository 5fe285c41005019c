import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Server } from 'restify';
import { Tokens, type TokenPurpose } from '../../../../bot/channels/directline/tokens.js';
import { registerClaims } from '../../../../bot/channels/web/registerClaims.js';
import { createServer } from '../../../../bot/http/server.js';
import { addressPage, createPageLinks } from '../../../../bot/pageLinks.js';
import { loadWords } from '../../../../locales/index.js';
import type { CaseDesk } from '../../../../services/cases/caseDesk.js';
import { openFiledCases } from '../../../conversations/filedCases.js';
import { MemoryEventLog } from '../../../contracts/memoryEventLog.js';
import { SettableClock } from '../../../conversations/settableClock.js';

const REFERENCE = 'PVGRE78420';
const DAY_MS = 86_400_000;
const key = new TextEncoder().encode('a key of thirty-two characters!!');
const clock = new SettableClock(new Date('2026-11-22T10:00:00Z'));
const tokens = new Tokens(key, clock);
let cases: CaseDesk;
let server: Server;
let base: string;

beforeAll(async () => {
  cases = openFiledCases({ eventLog: new MemoryEventLog(), clock });
  const text = 'Serial number <b>42</b> & a "ribbon"';
  const addition = { type: 'add-information', addition: { text } } as const;
  await cases.carryOut('claim', REFERENCE, addition, 'passenger:p');
  server = createServer({
    log: pino({ level: 'silent' }),
    createId: () => 'id',
    allowedOrigins: [],
    openPrefixes: [],
  });
  await registerClaims(server, {
    cases,
    tokens,
    clock,
    translate: loadWords().translate,
    readFacts: () => ({ airline: 'Redeye & Air', phone: '400-000-7333', email: 'care@air.example' }),
    timeZone: 'Asia/Shanghai',
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
});

function sign(purpose: TokenPurpose, conv: string, lang = 'en'): Promise<string> {
  return tokens.sign(purpose, { conv, user: 'any', lang }, 30 * 86_400);
}

async function get(token: string, query = ''): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${base}/claims/${token}${query}`, { headers: { 'accept-language': 'en' } });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the page of a claim', () => {
  it.each([
    [
      'en',
      [
        'Baggage report',
        REFERENCE,
        'We are looking for the bag worldwide',
        'Montreal Convention, Art. 35',
        'Fri, 20 November 2026',
        'li.mei@example.com',
        'bag tag stub',
      ],
    ],
    ['zh-Hans', ['行李申报单', '正在全球范围内查找', '《蒙特利尔公约》第35条', '行李牌存根']],
    ['zh-Hant', ['行李申報單', '航班編號', '《蒙特婁公約》第35條', '登機證']],
  ])('has all of it in %s', async (lang, parts) => {
    const { status, text } = await get(await sign('report', REFERENCE, lang));
    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${lang}"`);
    for (const part of parts) expect(text).toContain(part);
  });

  it('shows what passengers wrote as words, whatever they wrote', async () => {
    const { text } = await get(await sign('report', REFERENCE));
    expect(text).toContain('Serial number &#60;b&#62;42&#60;/b&#62; &#38; a &#34;ribbon&#34;');
  });

  it('comes in another language where the address asks for it', async () => {
    const { text } = await get(await sign('report', REFERENCE), '?lang=zh-Hans');
    expect(text).toContain('<html lang="zh-Hans"');
  });

  it('is kept, indexed and named to others by nobody, and runs one script of ours', async () => {
    const { headers } = await get(await sign('report', REFERENCE));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it.each<[string, () => Promise<string>, number]>([
    ['no token', () => Promise.resolve('nothing'), 404],
    ['one for something else', () => sign('upload', REFERENCE), 404],
    [
      'one of another service',
      () =>
        new Tokens(new TextEncoder().encode('another key, as long as the first'), clock).sign(
          'report',
          { conv: REFERENCE, user: 'any' },
          60,
        ),
      404,
    ],
    ['one for a case that is none', () => sign('report', 'PVGRE00000'), 404],
    ['one for a complaint', () => sign('report', 'C-20261122-9VWNJ'), 404],
  ])('is a page without anything of a claim for %s', async (_what, make, status) => {
    const answer = await get(await make());
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('There is nothing at this address');
    expect(answer.text).not.toContain('li.mei');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('says after thirty days that the link has expired', async () => {
    const token = await sign('report', REFERENCE);
    clock.pass(31 * DAY_MS);
    const { status, text } = await get(token);
    clock.pass(-31 * DAY_MS);
    expect([status, text.includes('This link has expired')]).toEqual([410, true]);
  });
});

describe('the address of a page', () => {
  const text = 'See [all of it](redeye:page).';
  const page = { kind: 'claim', reference: REFERENCE, language: 'zh-Hant' };

  it('is put into a message of the desk that has a page, and opens it', async () => {
    const sent = await addressPage({ text, channelData: { redeye: { route: 'none', page } } }, base, tokens);
    const address = /\((.+)\)/.exec(sent.text!)![1]!;
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('lang="zh-Hant"');
  });

  it('is put into no other message', async () => {
    for (const channelData of [undefined, {}, { redeye: { route: 'none' } }, { page }]) {
      expect((await addressPage({ text, channelData }, base, tokens)).text).toBe(text);
    }
  });

  it.each([
    ['directline', undefined, true],
    ['msteams', undefined, false],
    ['msteams', 'https://desk.example', true],
    ['console', 'https://desk.example', false],
  ])('can be had on %s with PUBLIC_URL %s: %s', (channel, publicUrl, expected) => {
    expect(createPageLinks(publicUrl).reach(channel)).toBe(expected);
  });
});
