import type { Request, Response, Server } from 'restify';
import type { Clock } from '../../../services/clock.js';
import { HttpError } from '../../http/httpError.js';
import { readJsonBody } from '../../http/jsonBody.js';
import type { HubNews } from '../hub.js';
import { WEBHOOK_PATH, type ChatwootConfig } from './config.js';
import { readWebhook } from './readWebhook.js';
import { isSignedBy } from './webhookSignature.js';

const MAX_BODY_BYTES = 1024 * 1024;

export interface ChatwootRouteParts {
  readonly config: Pick<ChatwootConfig, 'accountId' | 'inboxId' | 'webhookSecret'>;
  readonly clock: Clock;
  /** Returns once the news would survive the process. */
  readonly receive: (news: HubNews) => Promise<void>;
}

/**
 * Serves Chatwoot's webhook. Signed reports are answered as soon as they are kept: Chatwoot waits five seconds, and a
 * failure makes it send them again or mark the agent's message as failed.
 */
export function registerChatwoot(server: Server, { config, clock, receive }: ChatwootRouteParts): void {
  server.post(WEBHOOK_PATH, readJsonBody(MAX_BODY_BYTES), async (req: Request, res: Response) => {
    const signed = {
      body: readRawBody(req),
      signature: readHeader(req, 'x-chatwoot-signature'),
      timestamp: readHeader(req, 'x-chatwoot-timestamp'),
    };
    if (!isSignedBy(config.webhookSecret, signed, clock.now())) {
      throw new HttpError(401, 'Unauthorized', 'The report is not signed with the secret of the inbox.');
    }
    const news = readWebhook(req.body, config, clock.now());
    if (news) await receive(news);
    res.send(200, { received: news !== undefined });
  });
}

/** restify keeps the text of a JSON body beside what it was parsed to. */
function readRawBody(req: Request): string {
  const rawBody: unknown = (req as { rawBody?: unknown }).rawBody;
  return typeof rawBody === 'string' ? rawBody : '';
}

function readHeader({ headers }: Request, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
