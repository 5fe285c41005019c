import { WebSocket } from 'ws';
import type { StaffAccount } from '../../../services/desk/accounts.js';
import type { FoundSession } from './signIn/sessionStore.js';
import type { ToPage } from './wire.js';

/** A page this far behind is let go: it comes back and is shown everything anew. */
const MOST_BUFFERED_BYTES = 4 * 1024 * 1024;
const TRY_AGAIN_LATER = 1013;

/** One open page of a signed-in agent. */
export class AgentConnection {
  /** Chats of others a supervisor follows on this page. */
  readonly watched = new Set<string>();

  constructor(
    readonly account: StaffAccount,
    readonly session: FoundSession,
    private readonly socket: WebSocket,
  ) {}

  send(message: ToPage): void {
    this.sendText(JSON.stringify(message));
  }

  /** What was put together once for many pages. */
  sendText(message: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.socket.bufferedAmount > MOST_BUFFERED_BYTES) this.socket.close(TRY_AGAIN_LATER);
    else this.socket.send(message);
  }

  /** The session is over: the page shows the sign-in. */
  signOut(): void {
    this.send({ type: 'signed-out' });
    this.socket.close();
  }
}
