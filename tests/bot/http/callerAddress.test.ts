import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { getAddressKey, isLocalCaller, readCallerAddress } from '../../../bot/http/callerAddress.js';

function request(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe("the caller's address", () => {
  it.each([
    ['nobody in front', 0, '203.0.113.1', 'forged', '203.0.113.1'],
    ['one proxy', 1, '10.0.0.1', 'forged, 203.0.113.1', '203.0.113.1'],
    ['two proxies', 2, '10.0.0.1', 'forged, 203.0.113.1, 10.0.0.2', '203.0.113.1'],
    ['fewer entries than proxies', 2, '10.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['a proxy that writes nothing', 1, '10.0.0.1', '', '10.0.0.1'],
    ['an IPv4 caller of an IPv6 socket', 0, '::ffff:203.0.113.1', '', '203.0.113.1'],
  ])('with %s', (_name, proxies, direct, forwarded, address) => {
    expect(readCallerAddress(request(direct, { 'x-forwarded-for': forwarded }), proxies)).toBe(address);
  });

  it.each([
    ['203.0.113.1', '203.0.113.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ])('%s counts as %s', (address, key) => {
    expect(getAddressKey(address)).toBe(key);
  });
});

describe('a local caller', () => {
  it.each<[string, boolean, string, Record<string, string>]>([
    ['this machine', true, '127.0.0.1', { host: 'localhost:3978' }],
    ['this machine by IPv6', true, '::1', { host: '[::1]:3978' }],
    ['this machine through a mapped address', true, '::ffff:127.0.0.1', { host: '127.0.0.1' }],
    ['somebody else', false, '192.0.2.1', { host: 'localhost' }],
    [
      'somebody else claiming to be forwarded from here',
      false,
      '192.0.2.1',
      { host: 'localhost', 'x-forwarded-for': '127.0.0.1' },
    ],
    [
      'a proxy here forwarding for somebody',
      false,
      '127.0.0.1',
      { host: 'localhost', 'x-forwarded-for': '192.0.2.1' },
    ],
    [
      'a proxy here that says so in its own way',
      false,
      '127.0.0.1',
      { host: 'localhost', forwarded: 'for=192.0.2.1' },
    ],
    ['a browser led here by another name', false, '127.0.0.1', { host: 'evil.example' }],
    ['a name that only begins like ours', false, '127.0.0.1', { host: 'localhost.evil.example' }],
  ])('%s: %s', (_name, local, address, headers) => {
    expect(isLocalCaller(request(address, headers))).toBe(local);
  });
});
