import type { z } from 'zod';
import { RedeyeError } from '../../../services/errors.js';
import type { ChatwootConfig } from './config.js';

/** For the whole answer, body included. */
const TIMEOUT_MS = 4_000;
/** Refused whoever asks and whenever: what is asked for is not there, or not of the form it must have. */
const FINAL_STATUS: readonly number[] = [400, 404, 405, 413, 415, 422];

export interface ClientOptions extends Pick<ChatwootConfig, 'url' | 'accountId' | 'token'> {
  readonly timeoutMs?: number;
}

/** One request to Chatwoot's application API, tried once. */
export class ChatwootClient {
  private readonly root: string;

  constructor(private readonly options: ClientOptions) {
    this.root = `${options.url}/api/v1/accounts/${encodeURIComponent(options.accountId)}/`;
  }

  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
    return this.ask(path, { method: 'GET' }, schema);
  }

  post<Schema extends z.ZodType>(path: string, body: object, schema: Schema): Promise<z.output<Schema>> {
    const headers = { 'content-type': 'application/json' };
    return this.ask(path, { method: 'POST', headers, body: JSON.stringify(body) }, schema);
  }

  /** The checked answer; fails with `desk.unreachable`, or with `desk.rejected` where asking again is no use. */
  private async ask<Schema extends z.ZodType>(
    path: string,
    request: { method: string; headers?: Record<string, string>; body?: string },
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const place = `${request.method} ${path.replace(/\?.*/, '')}`;
    const { status, body } = await this.fetch(path, request).catch((error: unknown) => {
      throw new RedeyeError('desk.unreachable', place, { cause: error });
    });
    if (status < 200 || status >= 300) {
      const code = FINAL_STATUS.includes(status) ? 'desk.rejected' : 'desk.unreachable';
      throw new RedeyeError(code, `${place}: status ${String(status)}: ${body.slice(0, 200)}`);
    }
    const answer = schema.safeParse(parseJson(body));
    if (!answer.success) throw new RedeyeError('desk.unreachable', place, { cause: answer.error });
    return answer.data;
  }

  private async fetch(
    path: string,
    { headers, ...request }: { method: string; headers?: Record<string, string>; body?: string },
  ): Promise<{ status: number; body: string }> {
    const response = await fetch(this.root + path, {
      ...request,
      headers: { ...headers, api_access_token: this.options.token, accept: 'application/json' },
      // The token must not travel on to another host.
      redirect: 'error',
      signal: AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS),
    });
    return { status: response.status, body: await response.text() };
  }
}

/** `toggle_status` and others may answer with an empty body. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
