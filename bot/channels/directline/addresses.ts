import type { IncomingMessage } from 'node:http';
import type { DirectLineConfig } from './config.js';
import { DIRECT_LINE_PATH } from './config.js';

const PLAIN_HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/** Where the caller of this request reaches the service, without a slash at the end. */
export function getBaseUrl(
  req: IncomingMessage,
  config: Pick<DirectLineConfig, 'publicUrl' | 'trustedProxies'>,
): string {
  if (config.publicUrl) return config.publicUrl.replace(/\/+$/, '');
  const host = PLAIN_HOST.test(req.headers.host ?? '')
    ? req.headers.host
    : `localhost:${req.socket.localPort}`;
  const behindTls = config.trustedProxies > 0 && req.headers['x-forwarded-proto'] === 'https';
  return `${behindTls ? 'https' : 'http'}://${host}`;
}

/** The address of a conversation's WebSocket. The token in it is short-lived, as addresses end up in logs. */
export function buildStreamUrl(
  baseUrl: string,
  conversationId: string,
  watermark: number,
  token: string,
): string {
  const query = new URLSearchParams({ watermark: String(watermark), t: token });
  return `${baseUrl.replace(/^http/, 'ws')}${DIRECT_LINE_PATH}/conversations/${conversationId}/stream?${query.toString()}`;
}
