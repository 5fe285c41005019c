import type { RequestHandler } from 'restify';

const ALLOWED_HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

/**
 * Lets pages of the listed origins (`*`: of any) call the addresses below `prefixes`, and answers their preflights.
 * Register with `server.pre`: a preflight reaches no route.
 */
export function allowOrigins(prefixes: readonly string[], origins: readonly string[]): RequestHandler {
  const anyOrigin = origins.includes('*');
  return (req, res, next) => {
    if (!prefixes.some((prefix) => req.path().startsWith(prefix))) return next();
    const origin = req.headers.origin;
    if (!anyOrigin) res.setHeader('Vary', 'Origin');
    if (origin && (anyOrigin || origins.includes(origin))) {
      res.setHeader('Access-Control-Allow-Origin', anyOrigin ? '*' : origin);
      res.setHeader('Access-Control-Expose-Headers', 'x-request-id, retry-after');
    }
    if (req.method !== 'OPTIONS') return next();
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    res.setHeader('Access-Control-Allow-Headers', ALLOWED_HEADERS);
    res.setHeader('Access-Control-Max-Age', '7200');
    res.send(204);
    return next(false);
  };
}
