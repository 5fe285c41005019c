import { describe, expect, it } from '@jest/globals';
import { MemoryStorage } from 'botbuilder';
import { isFromOwnPage } from '../../../../bot/channels/desk/signIn/requestOrigin.js';
import { readSessionCookie, writeSessionCookie } from '../../../../bot/channels/desk/signIn/sessionCookie.js';
import { SessionStore } from '../../../../bot/channels/desk/signIn/sessionStore.js';
import { WelcomeLinks } from '../../../../bot/channels/desk/signIn/welcomeLinks.js';
import { SettableClock } from '../../../conversations/settableClock.js';

const HOUR_MS = 3_600_000;
const NOW = '2026-11-22T08:00:00Z';

function openStore() {
  const clock = new SettableClock(new Date(NOW));
  const memory: Record<string, string> = {};
  const storage = new MemoryStorage(memory);
  const pass = (hours: number) => clock.pass(hours * HOUR_MS);
  return { storage, memory, clock, pass, sessions: new SessionStore(storage, clock) };
}

describe('sessions', () => {
  it('end twelve hours after they were last used', async () => {
    const { sessions, pass } = openStore();
    const token = await sessions.open('陈-大文');
    for (let look = 0; look < 4; look += 1) {
      pass(11);
      expect(await sessions.find(token)).toMatchObject({ account: '陈-大文' });
    }
    pass(12.1);
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('keep nothing that would open one', async () => {
    const { sessions, memory } = openStore();
    const token = await sessions.open('li');
    expect(JSON.stringify(memory)).not.toContain(token.split('.')[1]);
  });

  it('are ended one by one, all, or all but one', async () => {
    const { sessions } = openStore();
    const tokens = [await sessions.open('li'), await sessions.open('li'), await sessions.open('li')];
    const list = () => Promise.all(tokens.map((token) => sessions.find(token)));
    const [first, second] = await list();
    await sessions.close(first!);
    expect((await list()).map(Boolean)).toEqual([false, true, true]);
    await sessions.closeAll('li', second!.hash);
    expect((await list()).map(Boolean)).toEqual([false, true, false]);
    await sessions.closeAll('li');
    expect((await list()).map(Boolean)).toEqual([false, false, false]);
  });

  it('are at most twenty for one account', async () => {
    const { sessions } = openStore();
    const tokens: string[] = [];
    for (let count = 0; count < 21; count += 1) tokens.push(await sessions.open('li'));
    expect(await sessions.find(tokens[0] ?? '')).toBeUndefined();
    expect(await sessions.find(tokens[1] ?? '')).toBeDefined();
  });
});

describe('the one-time link', () => {
  it('works for a day, and a new one ends the last', async () => {
    const { storage, clock, pass } = openStore();
    const links = new WelcomeLinks(storage, clock);
    const first = await links.create();
    const second = await links.create();
    expect(await links.redeem(first)).toBe(false);
    pass(25);
    expect(await links.redeem(second)).toBe(false);
    const third = await links.create();
    pass(23);
    expect(await links.redeem(`${third}x`)).toBe(false);
    expect(await links.redeem(third)).toBe(true);
    expect(await links.redeem(third)).toBe(false);
  });
});

describe('the session cookie', () => {
  function write(token: string, secure: boolean): string {
    let cookie = '';
    writeSessionCookie({ setHeader: (_name, value) => (cookie = String(value)) as never }, token, { secure });
    return cookie;
  }

  it('is for HTTPS alone where the service is reached by it', () => {
    expect(write('a.b', true)).toMatch(
      /^redeye-desk=a\.b; .*Path=\/desk; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(write('a.b', false)).not.toContain('Secure');
    expect(write('', true)).toContain('Max-Age=0');
  });

  it('is read among others', () => {
    expect(readSessionCookie({ headers: { cookie: 'a=1; redeye-desk=a.b; c=2' } } as never)).toBe('a.b');
    expect(readSessionCookie({ headers: {} } as never)).toBe('');
  });
});

describe('where a request comes from', () => {
  const publicUrl = 'https://desk.example.com';
  it.each([
    [{ origin: 'http://127.0.0.1:3978', host: '127.0.0.1:3978' }, true],
    [{ origin: 'https://desk.example.com', host: 'inside:3978' }, true],
    [{ origin: 'https://desk.example.com.evil.example', host: 'inside:3978' }, false],
    [{ origin: 'http://127.0.0.1:3979', host: '127.0.0.1:3978' }, false],
    [{ origin: 'null', host: 'inside:3978' }, false],
    [{ origin: '', host: '' }, false],
    [{ host: 'inside:3978' }, true],
    [{ host: 'inside:3978', 'sec-fetch-site': 'cross-site' }, false],
    [{ host: 'inside:3978', 'sec-fetch-site': 'same-origin' }, true],
  ])('%j: own page %s', (headers, isOwn) => {
    expect(isFromOwnPage({ headers } as never, { publicUrl })).toBe(isOwn);
  });
});
