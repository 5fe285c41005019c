import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Whether a request names a path of ours. The other forms HTTP knows (whole addresses, `*`) and paths that read as
 * a host make URL parsers throw, restify's own among them, where nobody catches it.
 */
export function isPlainTarget(url: string | undefined): boolean {
  return url !== undefined && /^\/(?![/\\])/.test(url);
}

/** For `server.first`: refuses what `isPlainTarget` does not take, before anything looks at the address. */
export function refuseStrangeTargets(req: IncomingMessage, res: ServerResponse): boolean {
  if (isPlainTarget(req.url)) return true;
  const body = JSON.stringify({
    error: { code: 'BadArgument', message: 'The address could not be understood.' },
  });
  // Not chained: restify's own writeHead returns nothing.
  res.writeHead(400, { 'Content-Type': 'application/json', Connection: 'close' });
  res.end(body);
  return false;
}
