import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'restify';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { setPageHeaders } from './pageHeaders.js';

export interface PageAnswer {
  readonly status: 200 | 404 | 410;
  /** Holds what is one person's alone: kept by no cache, found by no search, named to no other site. */
  readonly personal?: boolean;
  /** Origins that may show the page in a frame, besides our own. */
  readonly frameAncestors: readonly string[];
  readonly render: (nonce: string) => string;
}

/** Renders and sends a page: never the same twice, as each names its scripts by a number used once. */
export function sendPage(
  req: Request,
  res: Response,
  { status, frameAncestors, personal = false, render }: PageAnswer,
): void {
  const nonce = randomBytes(16).toString('base64');
  setPageHeaders(req, res, { nonce, frameAncestors });
  if (personal) {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
    res.setHeader('Referrer-Policy', 'no-referrer');
  }
  const { bytes, encoding } = compress(render(nonce), String(req.headers['accept-encoding'] ?? ''));
  // restify's own way of sending: after a bare `res.end` it would answer an unknown address a second time.
  res.sendRaw(status, bytes, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(bytes.length),
    ...(encoding && { 'Content-Encoding': encoding }),
  });
}

/** A page is some 30 kB: compressing it takes less than a millisecond, so it is done on the way. */
function compress(html: string, accepted: string): { bytes: Buffer; encoding?: 'br' | 'gzip' } {
  const bytes = Buffer.from(html);
  if (/\bbr\b/.test(accepted)) {
    return {
      bytes: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
      encoding: 'br',
    };
  }
  return /\bgzip\b/.test(accepted) ? { bytes: gzipSync(bytes), encoding: 'gzip' } : { bytes };
}
