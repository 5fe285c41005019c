import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { isSignedBy } from '../../../../bot/handoff/chatwoot/webhookSignature.js';

const NOW = new Date('2026-11-22T08:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const sign = (timestamp: string, body: string, secret = 'secret'): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
const AT = String(SECONDS);
const BODY = '{"content":"行李"}';

describe('isSignedBy', () => {
  it.each([
    ['signed now', { timestamp: AT }, true],
    ['five minutes old', { timestamp: String(SECONDS - 300) }, true],
    ['older', { timestamp: String(SECONDS - 301) }, false],
    ['of a clock that is five minutes ahead', { timestamp: String(SECONDS + 300) }, true],
    ['further ahead', { timestamp: String(SECONDS + 301) }, false],
    ['with capital digits', { timestamp: AT, signature: sign(AT, BODY).toUpperCase() }, true],
    ['with a changed body', { timestamp: AT, signature: sign(AT, BODY), body: `${BODY} ` }, false],
    ['with a changed timestamp', { timestamp: String(SECONDS - 1), signature: sign(AT, BODY) }, false],
    ['with another secret', { timestamp: AT, signature: sign(AT, BODY, 'secret2') }, false],
    ['without the prefix', { timestamp: AT, signature: sign(AT, BODY).slice(7) }, false],
    ['cut short', { timestamp: AT, signature: sign(AT, BODY).slice(0, -1) }, false],
    ['without a signature', { timestamp: AT, signature: undefined }, false],
    ['without a timestamp', { timestamp: undefined, signature: sign('undefined', BODY) }, false],
    ['with a timestamp that is no number', { timestamp: 'NaN', signature: sign('NaN', BODY) }, false],
    ['with a timestamp in milliseconds', { timestamp: `${AT}000`, signature: sign(`${AT}000`, BODY) }, false],
  ])('%s', (_name, given, expected) => {
    const signed = { body: BODY, signature: sign(given.timestamp ?? '', BODY), ...given };
    expect(isSignedBy('secret', signed, NOW)).toBe(expected);
  });
});
