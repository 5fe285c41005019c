import type { Activity } from 'botbuilder';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { HttpError } from '../../http/httpError.js';
import { refuseUpgrade } from '../../http/upgrades.js';
import { ActivityStream, type StreamParts } from './activityStream.js';
import { DIRECT_LINE_PATH } from './config.js';
import { watermarkSchema } from './schema.js';
import type { TokenClaims, Tokens } from './tokens.js';
import { verifyToken } from './authorization.js';

export interface StreamsParts {
  readonly conversationLog: StreamParts['conversationLog'];
  readonly tokens: Tokens;
  readonly presentFor: (req: IncomingMessage) => StreamParts['present'];
  readonly onOpen: (claims: TokenClaims) => void;
  readonly log: Pick<Logger, 'warn'>;
  readonly streamsPerConversation: number;
}

const STREAM_PATH = new RegExp(`^${DIRECT_LINE_PATH}/conversations/([^/]+)/stream$`);
const PING_MS = 25_000;
const GOING_AWAY = 1001;
const FAREWELL_MS = 1000;
/** Clients say nothing on the stream but an empty keep-alive. */
const MAX_INCOMING_BYTES = 4096;

/** All open WebSockets of Direct Line clients. */
export class Streams {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_INCOMING_BYTES,
    perMessageDeflate: false,
  });
  private readonly open = new Map<string, Set<ActivityStream>>();
  private readonly silent = new WeakSet<WebSocket>();
  private readonly pings: NodeJS.Timeout;

  constructor(private readonly parts: StreamsParts) {
    this.pings = setInterval(() => this.pingAll(), PING_MS).unref();
  }

  /** Takes an upgrade whose address is that of a stream; the token in it decides whether it opens. */
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const url = new URL(req.url ?? '/', 'http://unused');
    const conversationId = STREAM_PATH.exec(url.pathname)?.[1];
    if (conversationId === undefined) return false;
    this.accept(req, socket, head, url, conversationId).catch((error: unknown) => {
      if (!(error instanceof HttpError)) this.parts.log.warn({ err: error }, 'stream could not be opened');
      refuseUpgrade(socket, error instanceof HttpError && error.statusCode === 403 ? 403 : 400);
    });
    return true;
  }

  /** Shows a passing activity to whoever is connected to the conversation. */
  announce(conversationId: string, activity: Partial<Activity>): void {
    for (const stream of this.open.get(conversationId) ?? []) stream.announce(activity);
  }

  /** Closes all streams; clients reconnect with what they last saw. */
  closeAll(): void {
    clearInterval(this.pings);
    for (const socket of this.sockets.clients) {
      socket.close(GOING_AWAY);
      // A client that is gone without a word would hold up the stop for as long as its system takes to notice.
      const farewell = setTimeout(() => socket.terminate(), FAREWELL_MS);
      socket.once('close', () => clearTimeout(farewell));
    }
    this.sockets.close();
  }

  private async accept(
    req: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    url: URL,
    conversationId: string,
  ): Promise<void> {
    const claims = await verifyToken(this.parts.tokens, 'stream', url.searchParams.get('t') ?? '');
    if (claims.conv !== conversationId)
      throw new HttpError(403, 'Forbidden', 'The token is for another conversation.');
    const watermark = watermarkSchema.parse(url.searchParams.get('watermark') ?? undefined);
    const streams = this.open.get(conversationId) ?? new Set();
    if (streams.size >= this.parts.streamsPerConversation) return refuseUpgrade(socket, 429);
    this.sockets.handleUpgrade(req, socket, head, (webSocket) => {
      const stream = new ActivityStream(
        { conversationLog: this.parts.conversationLog, present: this.parts.presentFor(req) },
        webSocket,
        conversationId,
        watermark,
        (error) => this.parts.log.warn({ err: error, conversationId }, 'stream failed'),
      );
      this.keep(stream, webSocket, conversationId, streams);
      this.parts.onOpen(claims);
    });
  }

  private keep(stream: ActivityStream, socket: WebSocket, id: string, streams: Set<ActivityStream>): void {
    this.open.set(id, streams.add(stream));
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => this.silent.delete(socket));
    socket.once('close', () => {
      streams.delete(stream);
      if (streams.size === 0) this.open.delete(id);
    });
  }

  private pingAll(): void {
    for (const socket of this.sockets.clients) {
      if (this.silent.has(socket)) {
        socket.terminate();
        continue;
      }
      this.silent.add(socket);
      socket.ping();
    }
  }
}
