import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1)$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * The caller's address. Forwarding headers count only for as many proxies as the operator runs in front
 * (`trustedProxies`), read from the right: whatever stands further left was written by the caller.
 */
export function readCallerAddress(req: IncomingMessage, trustedProxies: number): string {
  const direct = unmapIPv4(req.socket.remoteAddress ?? '');
  if (trustedProxies === 0) return direct;
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return unmapIPv4(forwarded.at(-trustedProxies) ?? forwarded[0] ?? direct);
}

/** The key to count a caller by: one household or phone owns a whole IPv6 /64. */
export function getAddressKey(address: string): string {
  return isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address;
}

/**
 * Whether the request began on this very machine. A reverse proxy here also connects from loopback, so one that
 * forwards for somebody else gives itself away by its headers; a foreign Host means a browser was tricked by DNS.
 */
export function isLocalCaller(req: IncomingMessage): boolean {
  const forwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via', 'x-forwarded-host'];
  return (
    LOOPBACK.test(unmapIPv4(req.socket.remoteAddress ?? '')) &&
    !forwarded.some((name) => req.headers[name] !== undefined) &&
    LOOPBACK_HOST.test(req.headers.host ?? '')
  );
}

function unmapIPv4(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
