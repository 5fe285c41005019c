import helmet, { type HelmetOptions } from 'helmet';
import type { RequestHandler } from 'restify';

/** `api`: data for programs. `asset`: scripts and pictures other sites may embed. `page`: what a person opens. */
export type RouteFamily = 'api' | 'asset' | 'page';

export interface PageOptions {
  /** Origins that may show the page in a frame, besides our own; `*` allows every site. */
  readonly frameAncestors?: readonly string[];
}

/** A handler that sets the headers of one family; on a route it replaces those set for the whole server. */
export function setSecurityHeaders(family: RouteFamily, options: PageOptions = {}): RequestHandler {
  const apply = helmet(family === 'page' ? describePage(options) : describeData());
  const cache = family === 'api' ? 'no-store' : undefined;
  return (req, res, next) => {
    if (cache) res.setHeader('Cache-Control', cache);
    else res.removeHeader('Cache-Control');
    res.removeHeader('X-Frame-Options');
    apply(req, res, next);
  };
}

function describeData(): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  };
}

function describePage({ frameAncestors = [] }: PageOptions): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        scriptSrc: ["'self'"],
        // Web Chat writes its styles at run time, and reads a chosen file back through a blob address to send it.
        styleSrc: ["'self'", "'unsafe-inline'"],
        connectSrc: ["'self'", 'blob:', 'data:'],
        imgSrc: ["'self'", 'blob:', 'data:', 'https:'],
        mediaSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'", ...frameAncestors],
      },
    },
    // The content policy above decides about frames; this older header knows no list and would forbid them all.
    frameguard: frameAncestors.length === 0 ? { action: 'sameorigin' } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  };
}
