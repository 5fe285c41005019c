import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { WebSocketServer, type WebSocket } from 'ws';
import { RedeyeError } from '../../../services/errors.js';
import { HttpError } from '../../http/httpError.js';
import { refuseUpgrade } from '../../http/upgrades.js';
import { KeyedMutex } from '../../keyedMutex.js';
import { AgentConnection } from './agentConnection.js';
import { MOST_BODY_BYTES, STREAM_PATH } from './config.js';
import type { Connections } from './connections.js';
import { toServerSchema, type DeskRequest } from './schema.js';
import type { Gatekeeper, Visitor } from './signIn/gatekeeper.js';
import type { ToPage } from './wire.js';

export interface AgentStreamsParts {
  readonly gatekeeper: Gatekeeper;
  readonly connections: Connections;
  readonly carryOut: (
    request: DeskRequest,
    connection: AgentConnection,
  ) => Promise<Omit<Extract<ToPage, { type: 'done' }>, 'type' | 'id'>>;
  readonly onOpen: (connection: AgentConnection) => Promise<void>;
  /** `isLast`: the agent has no other page here. */
  readonly onClose: (connection: AgentConnection, isLast: boolean) => void;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

const PING_MS = 10_000;
/** Pings between two looks whether the session still holds; looking keeps it alive. */
const PINGS_PER_CHECK = 6;
const GOING_AWAY = 1001;
const TOO_MANY = 1008;
const FAREWELL_MS = 1000;
const MOST_PAGES = 12;
const REQUESTS = { keyPrefix: 'desk-request', points: 300, duration: 10 };

/** The WebSockets of agents' pages: each opened by a session's cookie, from our own page alone. */
export class AgentStreams {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BODY_BYTES,
    perMessageDeflate: false,
  });
  private readonly silent = new WeakSet<WebSocket>();
  private readonly order = new KeyedMutex();
  private readonly requests = new RateLimiterMemory(REQUESTS);
  private readonly pings: NodeJS.Timeout;
  private readonly checks = new Map<WebSocket, () => Promise<void>>();
  private round = 0;

  constructor(private readonly parts: AgentStreamsParts) {
    this.pings = setInterval(() => this.pingAll(), PING_MS).unref();
  }

  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (new URL(req.url ?? '/', 'http://unused').pathname !== STREAM_PATH) return false;
    this.accept(req, socket, head).catch((error: unknown) => {
      if (!(error instanceof HttpError))
        this.parts.log.warn({ err: error }, 'desk stream could not be opened');
      refuseUpgrade(socket, error instanceof HttpError ? 403 : 503);
    });
    return true;
  }

  /** Closes all pages' streams; they come back by themselves. */
  closeAll(): void {
    clearInterval(this.pings);
    for (const socket of this.sockets.clients) {
      socket.close(GOING_AWAY);
      setTimeout(() => socket.terminate(), FAREWELL_MS).unref();
    }
    this.sockets.close();
  }

  private async accept(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const visitor = await this.parts.gatekeeper.requireAgent(req, { changes: true });
    if (this.parts.connections.count(visitor.account.id) >= MOST_PAGES) return refuseUpgrade(socket, 429);
    this.sockets.handleUpgrade(req, socket, head, (webSocket) => {
      this.open(webSocket, visitor).catch((error: unknown) => {
        this.parts.log.error({ err: error }, 'an agent could not come on duty');
        webSocket.close(1011);
      });
    });
  }

  private async open(socket: WebSocket, { account, session, token }: Visitor): Promise<void> {
    const connection = new AgentConnection(account, session, socket);
    // Nothing the page sends is lost while the agent comes on duty.
    const early: Buffer[] = [];
    let take = (data: Buffer): void => void early.push(data);
    socket.on('message', (data: Buffer) => take(data));
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => this.silent.delete(socket));
    this.parts.connections.add(connection);
    this.checks.set(socket, () => this.check(connection, token));
    socket.once('close', () => {
      this.checks.delete(socket);
      this.parts.onClose(connection, this.parts.connections.remove(connection));
    });
    await this.parts.onOpen(connection);
    take = (data) => void this.hear(data, connection, socket);
    for (const data of early) take(data);
  }

  private async hear(data: Buffer, connection: AgentConnection, socket: WebSocket): Promise<void> {
    const request = readRequest(data);
    if (!request) {
      connection.send({ type: 'refused', id: readId(data), code: 'desk.invalid' });
      return;
    }
    try {
      await this.requests.consume(connection.account.id);
    } catch {
      socket.close(TOO_MANY);
      return;
    }
    // What is asked of one chat is done in the order asked; chats do not wait for each other.
    const chat = 'handoff' in request ? (request.handoff ?? '') : '';
    const key = `${connection.account.id} ${chat}`;
    await this.order.run(key, () => this.answer(request, connection));
  }

  private async answer(request: DeskRequest, connection: AgentConnection): Promise<void> {
    const { id } = request;
    try {
      connection.send({ type: 'done', id, ...(await this.parts.carryOut(request, connection)) });
    } catch (error) {
      const code = error instanceof RedeyeError ? error.code : 'desk.failed';
      if (!code.startsWith('desk.') || code === 'desk.failed') {
        this.parts.log.error({ err: error, do: request.do }, "an agent's request failed");
      }
      connection.send({ type: 'refused', id, code });
    }
  }

  private async check(connection: AgentConnection, token: string): Promise<void> {
    if (!(await this.parts.gatekeeper.findByToken(token))) connection.signOut();
  }

  private pingAll(): void {
    this.round += 1;
    const isCheck = this.round % PINGS_PER_CHECK === 0;
    for (const socket of this.sockets.clients) {
      if (this.silent.has(socket)) {
        socket.terminate();
        continue;
      }
      this.silent.add(socket);
      socket.ping();
      if (!isCheck) continue;
      this.checks
        .get(socket)?.()
        .catch((error: unknown) => {
          this.parts.log.warn({ err: error }, 'a session could not be looked at');
        });
    }
  }
}

function readRequest(data: Buffer): DeskRequest | undefined {
  try {
    return toServerSchema.safeParse(JSON.parse(data.toString())).data;
  } catch {
    return undefined;
  }
}

/** So that the page knows which of its requests was not understood. */
function readId(data: Buffer): number {
  return Number(/"id"\s*:\s*(\d{1,15})/.exec(data.toString())?.[1] ?? 0);
}
