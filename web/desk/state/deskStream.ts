import type { ToPage, ToServer } from '../../../bot/channels/desk/wire.js';
import type { Connection } from './deskState.js';
import { Refusal } from './refusal.js';

type WithoutId<Command> = Command extends ToServer ? Omit<Command, 'id'> : never;

/** What the page asks of the service over the stream. */
export type Command = WithoutId<ToServer>;

export type Done = Extract<ToPage, { type: 'done' }>;

export interface StreamParts {
  readonly url: string;
  /** Whether the session still holds; throws when the service cannot be reached. */
  readonly checkSession: () => Promise<boolean>;
  readonly onConnection: (connection: Connection) => void;
  readonly onMessage: (message: ToPage) => void;
  readonly onSignedOut: () => void;
}

interface Pending {
  readonly resolve: (done: Done) => void;
  readonly reject: (refusal: Refusal) => void;
  readonly timer: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * The connection to the service: opened again, ever more patiently, until `close`. A command without an answer in ten
 * seconds means a connection that only looks alive, which is then given up for a new one.
 */
export class DeskStream {
  private socket: WebSocket | undefined;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private failures = 0;
  private timer: number | undefined;
  private closed = true;

  constructor(private readonly parts: StreamParts) {
    addEventListener('online', () => this.hurry());
    addEventListener('offline', () => !this.closed && this.giveUp());
  }

  open(): void {
    if (!this.closed) return;
    this.closed = false;
    this.failures = 0;
    void this.connect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.giveUp();
  }

  /** Tries now instead of later. */
  hurry(): void {
    if (this.closed || this.timer === undefined) return;
    clearTimeout(this.timer);
    void this.connect();
  }

  /** Rejects with a `Refusal`; with the code `unreachable` what was asked may have happened all the same. */
  send(command: Command): Promise<Done> {
    const { socket } = this;
    if (socket?.readyState !== WebSocket.OPEN) return Promise.reject(new Refusal('unreachable'));
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => socket === this.socket && this.giveUp(), ANSWER_WITHIN_MS);
      this.pending.set(id, { resolve, reject, timer });
      socket.send(JSON.stringify({ id, ...command } satisfies ToServer));
    });
  }

  private async connect(): Promise<void> {
    this.timer = undefined;
    this.parts.onConnection({ kind: this.failures === 0 ? 'connecting' : 'reconnecting' });
    try {
      if (!(await this.parts.checkSession())) {
        this.closed = true;
        this.parts.onSignedOut();
        return;
      }
    } catch {
      this.waitAndConnect();
      return;
    }
    if (!this.closed) this.listen(new WebSocket(this.parts.url));
  }

  private listen(socket: WebSocket): void {
    this.socket = socket;
    socket.addEventListener('open', () => {
      if (socket !== this.socket) return;
      this.failures = 0;
      this.parts.onConnection({ kind: 'online' });
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (socket === this.socket) this.take(JSON.parse(data) as ToPage);
    });
    socket.addEventListener('close', () => socket === this.socket && this.giveUp());
  }

  private take(message: ToPage): void {
    if (message.type === 'done' || message.type === 'refused') {
      const pending = this.pending.get(message.id);
      this.pending.delete(message.id);
      clearTimeout(pending?.timer);
      if (message.type === 'done') pending?.resolve(message);
      else pending?.reject(new Refusal(message.code));
      return;
    }
    this.parts.onMessage(message);
  }

  private giveUp(): void {
    const { socket } = this;
    this.socket = undefined;
    socket?.close();
    const left = [...this.pending.values()];
    this.pending.clear();
    for (const { reject, timer } of left) {
      clearTimeout(timer);
      reject(new Refusal('unreachable'));
    }
    if (!this.closed && this.timer === undefined) this.waitAndConnect();
  }

  private waitAndConnect(): void {
    if (this.closed) return;
    this.failures += 1;
    // Half of it by chance: after a restart of the service not all pages come back in one moment.
    const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures);
    const wait = full / 2 + (full / 2) * Math.random();
    this.parts.onConnection(
      navigator.onLine
        ? this.failures < 3
          ? { kind: 'reconnecting' }
          : { kind: 'waiting', retryAt: Date.now() + wait }
        : { kind: 'offline' },
    );
    this.timer = setTimeout(() => void this.connect(), wait);
  }
}
