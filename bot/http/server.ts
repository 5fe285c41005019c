import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { allowOrigins } from './cors.js';
import { formatJson, formatOther } from './formatters.js';
import { describeFailure } from './httpError.js';
import { refuseStrangeTargets } from './requestTarget.js';
import { logRequests, numberRequests } from './requestLog.js';
import { setSecurityHeaders } from './securityHeaders.js';

export interface ServerOptions {
  readonly log: Logger;
  readonly createId: () => string;
  /** Origins whose pages may call the addresses below `openPrefixes`; `*` for any. */
  readonly allowedOrigins: readonly string[];
  readonly openPrefixes: readonly string[];
}

/** Part of restify that its types leave out. */
interface FirstChain {
  first(handler: typeof refuseStrangeTargets): void;
}

const REQUEST_TIMEOUT_MS = 60_000;

/**
 * An HTTP server that listens to nothing yet and has no routes. Whatever a handler throws reaches the client as
 * `{ error: { code, message } }` without the thrown text; unknown addresses and methods are 404 and 405 likewise.
 * Give it asynchronous handlers: restify lets what a synchronous one throws end the process.
 */
export function createServer(options: ServerOptions): Server {
  const server = restify.createServer({
    name: '',
    // restify writes request and response bodies at its trace level: it gets a logger that cannot.
    log: options.log.child({}, { level: 'warn' }) as never,
    formatters: {
      'application/json': formatJson,
      'text/plain': formatOther,
      'text/html': formatOther,
      'application/octet-stream': formatOther,
      '*/*': formatOther,
    },
    onceNext: true,
    maxParamLength: 256,
  });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  (server as Server & FirstChain).first(refuseStrangeTargets);
  server.pre(numberRequests(options.createId));
  server.pre(setSecurityHeaders('api'));
  server.pre(allowOrigins(options.openPrefixes, options.allowedOrigins));
  server.on(
    'restifyError',
    (_req: Request, res: Response & { err?: unknown }, error: unknown, done: () => void) => {
      res.contentType = 'application/json';
      res.err = error;
      if (!res.headersSent) res.send(describeFailure(error));
      done();
    },
  );
  logRequests(server, options.log);
  return server;
}
