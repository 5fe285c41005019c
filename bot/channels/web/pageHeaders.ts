import helmet from 'helmet';
import type { Request, Response } from 'restify';

/** Web Chat adds one style element without the number; it is empty, and only an empty one is let through. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const PLAIN_HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

export interface PageHeaderOptions {
  /** Names the scripts and styles that are ours, in this one answer. */
  readonly nonce: string;
  /** Origins that may show the page in a frame, besides our own; `*` allows every site. */
  readonly frameAncestors: readonly string[];
}

/** Sets what a browser may do with one of our pages: run our own scripts, call our own server, and little else. */
export function setPageHeaders(
  req: Request,
  res: Response,
  { nonce, frameAncestors }: PageHeaderOptions,
): void {
  const own = `'nonce-${nonce}'`;
  const apply = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        scriptSrc: ["'self'", own],
        styleSrc: ["'self'", own, EMPTY_STYLE],
        // Web Chat reads a chosen file back through a blob address to send it, and scales pictures in a worker.
        connectSrc: ["'self'", ...listSockets(req), 'blob:', 'data:'],
        workerSrc: ['blob:'],
        imgSrc: ["'self'", 'blob:', 'data:', 'https:'],
        mediaSrc: ["'self'", 'blob:', 'data:', 'https:'],
        fontSrc: ["'self'", 'data:'],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'", ...frameAncestors],
      },
    },
    // The policy above decides about frames; this older header knows no list and would forbid them all.
    frameguard: false,
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  res.removeHeader('X-Frame-Options');
  apply(req, res, () => undefined);
  res.setHeader('Permissions-Policy', 'microphone=(self), camera=(), geolocation=()');
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Accept-Language, Cookie, Accept-Encoding');
}

/** Older browsers do not count WebSockets of the page's own host as `'self'`. */
function listSockets(req: Request): string[] {
  const host = req.headers.host ?? '';
  return PLAIN_HOST.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
}
