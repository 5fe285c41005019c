import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { MAX_UPLOAD_BYTES } from '../../../../bot/channels/directline/config.js';
import { Harness, PNG, buildForm, type Call } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness.stop());

describe('what is refused, and how', () => {
  const ACTIVITIES = '/conversations/{id}/activities';
  const message = { type: 'message', text: 'x' };
  it.each<[string, Call, number]>([
    ['broken JSON', { path: ACTIVITIES, raw: '{"type":' }, 400],
    ['JSON that is no object', { path: ACTIVITIES, raw: '[1]' }, 400],
    ['no body', { path: ACTIVITIES }, 400],
    ['an activity without type', { path: ACTIVITIES, body: { text: 'x' } }, 400],
    ['a type that is no word', { path: ACTIVITIES, body: { type: 7 } }, 400],
    ['a type clients do not send', { path: ACTIVITIES, body: { type: 'invoke' } }, 400],
    ['a text that is no text', { path: ACTIVITIES, body: { type: 'message', text: { a: 1 } } }, 400],
    [
      'an attachment that was not uploaded',
      { path: ACTIVITIES, body: { ...message, attachments: [{ contentUrl: 'http://10.0.0.1/' }] } },
      400,
    ],
    [
      'a client id that is no word',
      { path: ACTIVITIES, body: { ...message, channelData: { clientActivityID: {} } } },
      400,
    ],
    [
      'deep nesting',
      { path: ACTIVITIES, raw: `{"type":"message","value":${'['.repeat(5000)}${']'.repeat(5000)}}` },
      400,
    ],
    [
      'a form instead of JSON',
      {
        path: ACTIVITIES,
        raw: 'type=message',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      415,
    ],
    [
      'plain text',
      { path: ACTIVITIES, raw: '{"type":"message"}', headers: { 'content-type': 'text/plain' } },
      415,
    ],
    ['a compressed body', { path: ACTIVITIES, raw: 'x', headers: { 'content-encoding': 'gzip' } }, 415],
    ['a megabyte', { path: ACTIVITIES, body: { type: 'message', text: 'x'.repeat(1024 * 1024) } }, 413],
    ['no token', { path: ACTIVITIES, body: message, token: null }, 401],
    [
      'another scheme',
      { path: ACTIVITIES, body: message, headers: { authorization: 'Basic eDp5' }, token: null },
      401,
    ],
    ['a token that is none', { path: ACTIVITIES, body: message, token: 'abc' }, 403],
    ['a stream without a token', { method: 'GET', path: '/conversations/{id}/stream' }, 404],
    ['a strange watermark', { method: 'GET', path: `${ACTIVITIES}?watermark=-1` }, 400],
    ['an unknown address', { method: 'GET', path: '/nothing' }, 404],
    ['another method', { method: 'PUT', path: ACTIVITIES, body: message }, 405],
    ['a start with a body that is no object', { path: '/conversations', token: null, raw: '"x"' }, 400],
    ['a start with a made-up token', { path: '/conversations', token: 'a.b.c' }, 403],
    ['a start with a made-up secret', { path: '/conversations', token: 'secret' }, 403],
    ['an upload that is no form', { path: '/conversations/{id}/upload', body: {} }, 415],
    [
      'a form without boundary',
      { path: '/conversations/{id}/upload', raw: 'x', headers: { 'content-type': 'multipart/form-data' } },
      415,
    ],
    [
      'a torn form',
      {
        path: '/conversations/{id}/upload',
        raw: '--b\r\nx',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      },
      400,
    ],
    [
      'an uploaded file without its link',
      { method: 'GET', path: '/uploads/aaaaaaaaaaaaaaaaaaaaaa.png' },
      403,
    ],
    ['a path out of the uploads', { method: 'GET', path: '/uploads/..%2f..%2fdirectline.key?t=x' }, 403],
  ])('%s', async (_name, request, status) => {
    const answer = await harness.call(request);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toEqual({ code: expect.any(String), message: expect.any(String) });
    expect(answer.text).not.toMatch(/\bat \S+:\d|node_modules|zod|Unexpected|SyntaxError|jose|busboy/i);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['a text file', Buffer.from('hello'), 415],
    ['a web page named as a picture', Buffer.from('<html><script>alert(1)</script></html>'), 415],
    [
      'a drawing that can run scripts',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
    ],
    ['a program', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(64)]), 415],
    ['an empty file', Buffer.alloc(0), 415],
    ['a file beyond the size', Buffer.concat([PNG, Buffer.alloc(MAX_UPLOAD_BYTES)]), 413],
  ])('%s', async (_name, bytes, status) => {
    const fresh = await harness.converse();
    const answer = await harness.call({
      path: `/conversations/${fresh.conversationId}/upload`,
      token: fresh.token,
      raw: buildForm(bytes),
    });
    expect(answer.status).toBe(status);
    expect((await readdir(harness.dataDir)).includes('uploads')).toBe(false);
  });

  it('an activity of an upload that is broken', async () => {
    const answer = await harness.call({
      path: '/conversations/{id}/upload',
      raw: buildForm(PNG, '{"type":'),
    });
    expect(answer.status).toBe(400);
  });
});
