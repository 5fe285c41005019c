import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import { RedeyeError } from '../../../services/errors.js';
import { HttpError } from '../../http/httpError.js';
import type { DirectLineConfig } from './config.js';
import type { TokenClaims, TokenPurpose, Tokens } from './tokens.js';

/** Who speaks when the secret's holder names nobody. */
const SECRET_USER = 'dl_secret';
/** directlinejs without a token sends the word "undefined". */
const NO_TOKEN: readonly string[] = ['', 'undefined', 'null'];

/** The bearer token of a request, or undefined when it brings none. Any other scheme is refused. */
export function readBearer(req: Request): string | undefined {
  const header = req.headers.authorization?.trim();
  if (!header) return undefined;
  const match = /^Bearer(?:\s+(.*))?$/i.exec(header);
  if (!match) throw new HttpError(401, 'Unauthorized', 'Send the token as "Authorization: Bearer <token>".');
  const token = match[1] ?? '';
  return NO_TOKEN.includes(token) ? undefined : token;
}

export interface Caller extends TokenClaims {
  /** Holds the secret, and so speaks for whichever user it names. */
  readonly trusted: boolean;
}

/** Who calls, by the conversation token or the secret it shows. Fails with 401 without, with 403 for a wrong one. */
export async function requireConversation(
  req: Request,
  { tokens, config }: { tokens: Tokens; config: Pick<DirectLineConfig, 'secret'> },
  conversationId?: string,
): Promise<Caller> {
  const bearer = readBearer(req);
  if (!bearer) throw new HttpError(401, 'Unauthorized', 'The request needs a token.');
  if (conversationId !== undefined && isSecret(bearer, config.secret)) {
    return { conv: conversationId, user: SECRET_USER, trusted: true };
  }
  const claims = await verifyToken(tokens, 'conversation', bearer);
  if (conversationId !== undefined && claims.conv !== conversationId) {
    throw new HttpError(403, 'Forbidden', 'The token is for another conversation.');
  }
  return { ...claims, trusted: false };
}

/** Verifies a token for an HTTP caller: 403, with a code that tells an expired token from a wrong one. */
export async function verifyToken(
  tokens: Tokens,
  purpose: TokenPurpose,
  token: string,
): Promise<TokenClaims> {
  try {
    return await tokens.verify(purpose, token);
  } catch (cause) {
    if (cause instanceof RedeyeError && cause.code === 'token.expired') {
      throw new HttpError(403, 'TokenExpired', 'The token has expired.', { cause });
    }
    throw new HttpError(403, 'BadArgument', 'The token or secret is not valid.', { cause });
  }
}

/** Compares without telling by its duration how much was right. */
export function isSecret(candidate: string, secret: string | undefined): boolean {
  return secret !== undefined && timingSafeEqual(hash(candidate), hash(secret));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
