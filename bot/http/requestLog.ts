import type { Logger } from 'pino';
import type { Request, RequestHandler, Response, Route, Server } from 'restify';
import { describeFailure } from './httpError.js';

/** The setter is restify's own, but its types know only the getter. */
type Numbered = Request & { id(value: string): string };

const PLAIN_ID = /^[\w.-]{1,64}$/;

/** Gives each request an id, the caller's own if it is a plain one, and returns it as `x-request-id`. */
export function numberRequests(createId: () => string): RequestHandler {
  return (req, res, next) => {
    const given = req.headers['x-request-id'];
    const id = typeof given === 'string' && PLAIN_ID.test(given) ? given : createId();
    (req as Numbered).id(id);
    res.setHeader('x-request-id', id);
    return next();
  };
}

/**
 * One line per finished request: method, route pattern, status, time, id. Never addresses as asked for (they carry
 * tokens), headers or bodies. Faults of ours are logged with their cause.
 */
export function logRequests(server: Server, log: Logger): void {
  server.on('after', (req: Request, res: Response, route: Route | undefined, error: unknown) => {
    const line = {
      requestId: req.getId(),
      method: req.method,
      route: route?.path ?? 'none',
      status: res.statusCode,
      ms: Math.round(Date.now() - req.time()),
    };
    if (res.statusCode >= 500) log.error({ ...line, err: findFault(error) }, 'request failed');
    else log.debug(line, 'request');
  });
}

function findFault(error: unknown): unknown {
  return describeFailure(error).cause ?? error;
}
