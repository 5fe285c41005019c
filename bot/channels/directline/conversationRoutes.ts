import type { Request, Response, Server } from 'restify';
import { getAddressKey, readCallerAddress } from '../../http/callerAddress.js';
import { HttpError } from '../../http/httpError.js';
import { parseBody, readJsonBody, readPathPart } from '../../http/jsonBody.js';
import { buildStreamUrl, getBaseUrl } from './addresses.js';
import { isSecret, readBearer, requireConversation, verifyToken } from './authorization.js';
import {
  DIRECT_LINE_PATH,
  SESSION_PATH,
  RESUME_SECONDS,
  STREAM_TOKEN_SECONDS,
  TOKEN_SECONDS,
} from './config.js';
import type { Conversations } from './conversations.js';
import type { DirectLineParts } from './parts.js';
import type { RateLimits } from './rateLimits.js';
import { sessionSchema, startSchema, watermarkSchema } from './schema.js';
import type { TokenClaims, Tokens } from './tokens.js';

export interface RouteParts {
  readonly config: DirectLineParts['config'];
  readonly tokens: Tokens;
  readonly limits: RateLimits;
  readonly conversations: Conversations;
}

const MAX_BODY_BYTES = 16 * 1024;

/** Tokens, and the starting and taking up of conversations. */
export function registerConversationRoutes(server: Server, parts: RouteParts): void {
  const { config, tokens, limits, conversations } = parts;
  const readBody = readJsonBody(MAX_BODY_BYTES);
  const signToken = (claims: TokenClaims): Promise<string> =>
    tokens.sign('conversation', claims, TOKEN_SECONDS);
  const countStart = (req: Request): Promise<void> =>
    limits.countStart(getAddressKey(readCallerAddress(req, config.trustedProxies)));

  async function sendConversation(
    req: Request,
    res: Response,
    status: number,
    claims: TokenClaims,
    from: number,
  ) {
    const streamToken = await tokens.sign('stream', claims, STREAM_TOKEN_SECONDS);
    res.send(status, {
      conversationId: claims.conv,
      token: await signToken(claims),
      expires_in: TOKEN_SECONDS,
      streamUrl: buildStreamUrl(getBaseUrl(req, config), claims.conv, from, streamToken),
      referenceGrammarId: claims.conv,
    });
  }

  /** The names a new conversation gets: the secret's holder speaks for its users, everybody else gets fresh ones. */
  async function createClaims(req: Request, bearer: string | undefined): Promise<TokenClaims> {
    const body = parseBody(startSchema, req.body);
    if (config.secret === undefined) {
      if (bearer !== undefined) throw new HttpError(403, 'BadArgument', 'The token or secret is not valid.');
      await countStart(req);
      return conversations.createClaims();
    }
    if (bearer === undefined) throw new HttpError(401, 'Unauthorized', 'The request needs the secret.');
    if (!isSecret(bearer, config.secret)) {
      await countStart(req);
      throw new HttpError(403, 'BadArgument', 'The token or secret is not valid.');
    }
    return conversations.createClaims(body.user?.id || undefined);
  }

  server.post(`${DIRECT_LINE_PATH}/tokens/generate`, readBody, async (req: Request, res: Response) => {
    const claims = await createClaims(req, readBearer(req));
    res.send(200, { conversationId: claims.conv, token: await signToken(claims), expires_in: TOKEN_SECONDS });
  });

  server.post(`${DIRECT_LINE_PATH}/tokens/refresh`, async (req: Request, res: Response) => {
    const claims = await requireConversation(req, parts);
    res.send(200, { conversationId: claims.conv, token: await signToken(claims), expires_in: TOKEN_SECONDS });
  });

  server.post(`${DIRECT_LINE_PATH}/conversations`, readBody, async (req: Request, res: Response) => {
    const { locale } = parseBody(startSchema, req.body);
    const bearer = readBearer(req);
    // A token has three parts with dots between; anything else can only be meant as the secret.
    const claims =
      bearer?.split('.').length === 3 && !isSecret(bearer, config.secret)
        ? await verifyToken(tokens, 'conversation', bearer)
        : await createClaims(req, bearer);
    const started = await conversations.start(claims, locale);
    await sendConversation(req, res, started ? 201 : 200, claims, 0);
  });

  server.get(`${DIRECT_LINE_PATH}/conversations/:conversationId`, async (req: Request, res: Response) => {
    const claims = await requireConversation(req, parts, readPathPart(req, 'conversationId'));
    const watermark = readWatermark(req);
    if (!(await conversations.exists(claims.conv)))
      throw new HttpError(404, 'NotFound', 'No such conversation.');
    conversations.resume(claims);
    await sendConversation(req, res, 200, claims, watermark);
  });

  server.post(SESSION_PATH, readBody, async (req: Request, res: Response) => {
    const body = parseBody(sessionSchema, req.body);
    const known = await findSession(body.resume ?? undefined);
    if (!known) await countStart(req);
    const claims = known ?? conversations.createClaims();
    if (known) conversations.resume(known);
    else await conversations.start(claims, body.locale);
    res.send(200, {
      token: await signToken(claims),
      conversationId: claims.conv,
      userId: claims.user,
      resume: await tokens.sign('resume', claims, RESUME_SECONDS),
      expiresIn: TOKEN_SECONDS,
      fresh: !known,
    });
  });

  async function findSession(resume: string | undefined): Promise<TokenClaims | undefined> {
    const claims = resume ? await tokens.verify('resume', resume).catch(() => undefined) : undefined;
    return claims && (await conversations.exists(claims.conv)) ? claims : undefined;
  }
}

/** The place in the log a request asks to continue from. Fails with 400 for what never was one. */
export function readWatermark(req: Request): number {
  const given = new URLSearchParams(req.getQuery()).get('watermark') ?? undefined;
  const result = watermarkSchema.safeParse(given);
  if (!result.success) throw new HttpError(400, 'BadArgument', 'The watermark is not valid.');
  return result.data;
}
