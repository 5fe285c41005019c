import type { IncomingMessage } from 'node:http';

export interface OriginConfig {
  /** Where the service is reached from outside, where that is known. */
  readonly publicUrl?: string;
}

/**
 * Whether a request that changes something comes from a page of ours. Browsers name the page's origin with each of
 * these and with each WebSocket; who names none is no browser and carries nobody's cookie by mistake.
 */
export function isFromOwnPage(req: IncomingMessage, { publicUrl }: OriginConfig): boolean {
  const { origin } = req.headers;
  if (origin === undefined) return req.headers['sec-fetch-site'] === undefined || isSameSite(req);
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === req.headers.host;
}

function isSameSite(req: IncomingMessage): boolean {
  return req.headers['sec-fetch-site'] === 'same-origin';
}
