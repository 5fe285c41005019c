import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskService, PASSWORD } from './deskService.js';

const REFUSED = { error: { code: 'desk.sign-in', message: 'Name and password do not fit together.' } };

describe("the door of the agents' desk", () => {
  let service: DeskService;
  beforeAll(async () => {
    service = await DeskService.start({ TRUSTED_PROXIES: '1' });
  }, 60_000);
  afterAll(() => service.stop());

  /** Everybody at an address of their own, so that tries do not add up. */
  let addresses = 0;
  function comeFrom(): Record<string, string> {
    addresses += 1;
    return { 'x-forwarded-for': `192.0.2.${String(addresses)}` };
  }

  it('opens for the right password, and the session lasts over a restart', async () => {
    const page = service.openVisitor();
    const { status, headers, body } = await page.signIn('LI  wei', PASSWORD);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      agent: { id: 'li-wei', name: 'Li Wei', status: 'off', load: 0 },
      needsPassword: false,
    });
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(headers.get('set-cookie')).toContain('Path=/desk;');
    await service.restart();
    expect((await page.call('GET', '/session')).status).toBe(200);
    expect((await page.call('DELETE', '/session')).status).toBe(204);
    expect(page.cookie).toBe('');
  });

  it('says the same to an unknown name and to a wrong password', async () => {
    for (const name of ['Ann', 'Nobody', '']) {
      const body = { name, password: 'not the password' };
      const { status, body: told } = await service.openVisitor().call('POST', '/session', body, comeFrom());
      expect({ status, told }).toEqual({ status: 401, told: REFUSED });
    }
  });

  it('lets nobody guess: neither one name nor many from one address', async () => {
    const here = comeFrom();
    const guess = async (name: string) =>
      (await service.openVisitor().call('POST', '/session', { name, password: 'a guess' }, here)).status;
    const one: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) one.push(await guess('Chen'));
    expect(one).toEqual([...Array<number>(8).fill(401), 429]);
    const right = await service
      .openVisitor()
      .call('POST', '/session', { name: 'chen', password: PASSWORD }, here);
    expect(right).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);

    const many = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(`name ${String(index)}`)));
    expect(many).toContain(429);
    // Somebody else, elsewhere, is not locked out.
    const colleague = service.openVisitor();
    expect(
      (await colleague.call('POST', '/session', { name: 'Chen', password: PASSWORD }, comeFrom())).status,
    ).toBe(200);
  }, 60_000);

  it('stays shut for passengers: their token opens neither the API nor the stream', async () => {
    const passenger = await service.openPassenger();
    const { token } = passenger.talk;
    const page = service.openVisitor();
    for (const path of ['/session', '/chats/x', '/canned', '/cases', '/uploads/x']) {
      const bearer = await page.call('GET', path, undefined, { authorization: `Bearer ${token}` });
      expect(bearer.status).toBe(401);
      const cookie = await page.call('GET', path, undefined, { cookie: `redeye-desk=${token}` });
      expect(cookie.status).toBe(401);
    }
    expect(await page.connect({ authorization: `Bearer ${token}` })).toBe(403);
    expect(await page.connect({ cookie: `redeye-desk=${token}` })).toBe(403);
  });

  it('takes no other session for one: forged, altered, of somebody else', async () => {
    const page = service.openVisitor();
    await page.signIn('Ann', PASSWORD);
    const [name = '', value = ''] = page.cookie.split('=');
    const [account = '', secret = ''] = value.split('.');
    const other = Buffer.from('chen').toString('base64url');
    const wrong = [`${other}.${secret}`, account, `${account}.`, `.${secret}`, `${value}.`, `${account}.x`];
    for (const forged of wrong) {
      expect((await page.call('GET', '/session', undefined, { cookie: `${name}=${forged}` })).status).toBe(
        401,
      );
    }
  });

  it('changes nothing for a page of another origin', async () => {
    const page = service.openVisitor();
    await page.signIn('Ann', PASSWORD);
    const foreign = { origin: 'https://evil.example' };
    const calls: [string, string, object?][] = [
      ['POST', '/session', { name: 'Ann', password: PASSWORD }],
      ['DELETE', '/session'],
      ['PUT', '/session/password', { password: 'stolen and changed' }],
      ['PUT', '/canned/x', { title: { en: 'a', zh: 'b' }, text: { en: 'a', zh: 'b' } }],
      ['POST', '/cases/PEKRE00001/reply', { text: 'a' }],
    ];
    for (const [method, path, body] of calls) {
      expect((await page.call(method, path, body, foreign)).status).toBe(403);
      expect((await page.call(method, path, body, { origin: 'null' })).status).toBe(403);
    }
    expect(await page.connect(foreign)).toBe(403);
    expect((await page.call('GET', '/session')).status).toBe(200);
  });

  it('greets the first supervisor by a link that works once, and takes a password then', async () => {
    expect(await service.running.greetFirstAgent()).toBeUndefined();
    const token = await service.createLink();
    const [one, two] = [service.openVisitor(), service.openVisitor()];
    const answers = await Promise.all(
      [one, two].map((page) => page.call('POST', '/session/link', { token }, comeFrom())),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const page = answers[0]?.status === 200 ? one : two;
    expect((await page.call('PUT', '/session/password', { password: 'short' })).status).toBe(400);
    expect((await page.call('PUT', '/session/password', { password: PASSWORD })).status).toBe(204);
    expect((await page.call('GET', '/session')).body).toMatchObject({ needsPassword: false });
    expect((await service.openVisitor().signIn('Supervisor', PASSWORD)).status).toBe(200);
  });

  it('ends every other session of an agent who chooses a new password', async () => {
    const [here, there] = [service.openVisitor(), await service.openAgent('Ann')];
    await here.signIn('Ann', PASSWORD);
    expect((await here.call('PUT', '/session/password', { password: PASSWORD })).status).toBe(204);
    expect((await there.call('GET', '/session')).status).toBe(401);
    expect((await here.call('GET', '/session')).status).toBe(200);
    expect(there.heard.at(-1)).toEqual({ type: 'signed-out' });
  });

  it('shows the page to anybody, with nothing of the desk in it', async () => {
    const response = await fetch(`${service.origin}/desk?lang=zh-Hans`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'self'$/,
    );
    const page = await response.text();
    expect(page).toContain('lang="zh-Hans"');
    const script = /\/desk\/assets\/desk\.\w+\.js/.exec(page)?.[0] ?? '';
    const asset = await fetch(service.origin + script);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-encoding')).toMatch(/br|gzip/);
  }, 60_000);
});
