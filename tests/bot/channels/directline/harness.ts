import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSigningKey } from '../../../../bot/channels/directline/signingKey.js';
import { Tokens } from '../../../../bot/channels/directline/tokens.js';
import { systemClock } from '../../../../services/clock.js';
import { startEchoService, type EchoOptions, type EchoService } from './echoService.js';

export interface Conversation {
  conversationId: string;
  token: string;
  streamUrl: string;
}

export interface Call {
  method?: string;
  /** Below `/v3/directline`; `{id}` stands for the conversation. */
  path: string;
  /** The conversation's own unless given; null for none. */
  token?: string | null;
  body?: unknown;
  raw?: string | FormData;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown> & { error?: { code: string; message: string } };
}

/** A running service, one conversation in it, and plain calls to it. */
export class Harness {
  readonly dataDir: string;
  service!: EchoService;
  tokens!: Tokens;
  started!: Conversation;

  private constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  static async start(options: Partial<EchoOptions> = {}): Promise<Harness> {
    const harness = new Harness(await mkdtemp(join(tmpdir(), 'directline-')));
    harness.service = await startEchoService({ dataDir: harness.dataDir, ...options });
    harness.tokens = new Tokens(await loadSigningKey(harness.dataDir), systemClock);
    if (options.config?.secret === undefined) harness.started = await harness.converse();
    return harness;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await rm(this.dataDir, { recursive: true });
  }

  /** Starts another conversation. */
  async converse(): Promise<Conversation> {
    return (await this.call({ path: '/conversations', token: null })).json as unknown as Conversation;
  }

  async call({ method = 'POST', path, token, body, raw, headers = {} }: Call): Promise<Answer> {
    const bearer = token === undefined ? (this.started as Conversation | undefined)?.token : token;
    const isForm = raw instanceof FormData;
    const response = await fetch(this.service.domain + path.replace('{id}', this.started?.conversationId), {
      method,
      headers: {
        ...(isForm ? {} : { 'content-type': 'application/json' }),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...headers,
      },
      ...(raw !== undefined ? { body: raw } : body !== undefined ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const json = (text === '' ? {} : JSON.parse(text)) as Answer['json'];
    return { status: response.status, headers: response.headers, text, json };
  }
}

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n', 'latin1');

/** An upload as a browser sends it. */
export function buildForm(bytes: Uint8Array<ArrayBuffer>, activity = '{"type":"message"}'): FormData {
  const data = new FormData();
  data.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
  data.append('file', new Blob([bytes]), 'f0.png');
  return data;
}

/** Changes the last character of a token or address, and with it the signature. */
export function alter(text: string): string {
  return `${text.slice(0, -1)}${text.endsWith('A') ? 'E' : 'A'}`;
}
