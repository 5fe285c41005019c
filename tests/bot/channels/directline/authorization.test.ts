import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Tokens } from '../../../../bot/channels/directline/tokens.js';
import { systemClock } from '../../../../services/clock.js';
import { Harness, alter, type Conversation } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness.stop());

describe('tokens', () => {
  const claims = () => ({ conv: harness.started.conversationId, user: 'u' });
  it.each<[string, () => Promise<string>, number]>([
    [
      'for another conversation',
      () => harness.tokens.sign('conversation', { conv: 'other', user: 'u' }, 60),
      403,
    ],
    ['expired', () => harness.tokens.sign('conversation', claims(), -1), 403],
    ['for a stream', () => harness.tokens.sign('stream', claims(), 60), 403],
    ['for resuming', () => harness.tokens.sign('resume', claims(), 60), 403],
    [
      'of another key',
      () => new Tokens(new Uint8Array(32), systemClock).sign('conversation', claims(), 60),
      403,
    ],
    ['altered', async () => alter(await harness.tokens.sign('conversation', claims(), 60)), 403],
    ['unsigned', () => Promise.resolve(makeUnsigned(harness.started.conversationId)), 403],
    ['good', () => harness.tokens.sign('conversation', claims(), 60), 200],
  ])('%s', async (_name, sign, status) => {
    const token = await sign();
    expect((await harness.call({ method: 'GET', path: '/conversations/{id}', token })).status).toBe(status);
    expect(
      (await harness.call({ method: 'GET', path: '/conversations/{id}/activities', token })).status,
    ).toBe(status);
    expect(
      (await harness.call({ path: '/conversations/{id}/activities', token, body: { type: 'typing' } }))
        .status,
    ).toBe(status);
  });

  it('expired ones are told apart, since clients ask for a new one then', async () => {
    const token = await harness.tokens.sign('conversation', claims(), -1);
    expect((await harness.call({ path: '/tokens/refresh', token })).json.error?.code).toBe('TokenExpired');
  });

  it('a conversation that never was is 404, for the chat to begin anew', async () => {
    const token = await harness.tokens.sign('conversation', { conv: 'gone', user: 'u' }, 60);
    for (const path of ['/conversations/gone', '/conversations/gone/activities']) {
      expect((await harness.call({ method: 'GET', path, token })).status).toBe(404);
    }
  });

  it('are refreshed for the same conversation and user', async () => {
    const { json } = await harness.call({ path: '/tokens/refresh' });
    const fresh = await harness.tokens.verify('conversation', String(json['token']));
    expect(fresh).toEqual(await harness.tokens.verify('conversation', harness.started.token));
  });

  it('generated ones start their conversation when first used, and never another', async () => {
    const generated = (
      await harness.call({ path: '/tokens/generate', token: null, body: { user: { id: 'somebody-else' } } })
    ).json;
    const first = await harness.call({ path: '/conversations', token: String(generated['token']) });
    const second = await harness.call({ path: '/conversations', token: String(generated['token']) });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.json['conversationId']).toBe(generated['conversationId']);
    expect(second.json['conversationId']).toBe(generated['conversationId']);
    expect((await harness.tokens.verify('conversation', String(generated['token']))).user).toMatch(/^dl_/);
  });

  it.each(['Bearer undefined', 'Bearer', 'bearer null'])('"%s" is no token', async (authorization) => {
    expect(
      (await harness.call({ path: '/conversations', token: null, headers: { authorization } })).status,
    ).toBe(201);
  });
});

describe('the stream address', () => {
  it.each([
    ['another conversation', (url: string) => url.replace(harness.started.conversationId, 'other'), 403],
    ['an altered token', alter, 403],
    [
      'the conversation token instead',
      (url: string) => url.replace(/t=.*/, `t=${harness.started.token}`),
      403,
    ],
    ['a strange watermark', (url: string) => url.replace('watermark=0', 'watermark=x'), 400],
    ['an address nobody serves', (url: string) => url.replace('/stream', '/river'), 404],
  ])('with %s does not open', async (_name, change, status) => {
    const url = (
      (await harness.call({ method: 'GET', path: '/conversations/{id}' })).json as unknown as Conversation
    ).streamUrl;
    const socket = new WebSocket(change(url));
    const answer = await new Promise<number>((resolve, reject) => {
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.once('open', () => reject(new Error('it opened')));
      socket.once('error', reject);
    });
    expect(answer).toBe(status);
  });
});

function makeUnsigned(conv: string): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 600;
  return `${encode({ alg: 'none' })}.${encode({ conv, user: 'u', exp, aud: 'conversation', iss: 'redeye' })}.`;
}
