import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingMessage, ServerResponse } from 'node:http';

const NAME = 'redeye-desk';
const PATH = '/desk';
/** The service decides how long a session holds; the browser only must not forget it before. */
const KEPT_SECONDS = 7 * 24 * 3600;

/** The token a request carries; empty where it carries none. */
export function readSessionCookie(req: IncomingMessage): string {
  return parseCookie(req.headers.cookie ?? '')[NAME] ?? '';
}

/** Keeps a token in the browser where no script reads it; an empty one removes what was there. */
export function writeSessionCookie(
  res: Pick<ServerResponse, 'setHeader'>,
  token: string,
  options: { readonly secure: boolean },
): void {
  const cookie = stringifySetCookie({
    name: NAME,
    value: token,
    path: PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure: options.secure,
    maxAge: token === '' ? 0 : KEPT_SECONDS,
  });
  res.setHeader('Set-Cookie', cookie);
}
