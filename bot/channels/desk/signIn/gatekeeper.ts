import type { IncomingMessage } from 'node:http';
import type { Accounts, StaffAccount } from '../../../../services/desk/accounts.js';
import { HttpError } from '../../../http/httpError.js';
import { isFromOwnPage, type OriginConfig } from './requestOrigin.js';
import { readSessionCookie } from './sessionCookie.js';
import type { FoundSession, SessionStore } from './sessionStore.js';

/** Who is behind a request. */
export interface Visitor {
  readonly account: StaffAccount;
  readonly session: FoundSession;
  /** The session's, to look again whether it holds. */
  readonly token: string;
}

/** Tells who is signed in; nothing but the session's cookie counts, so no passenger's token opens anything here. */
export class Gatekeeper {
  constructor(
    private readonly sessions: Pick<SessionStore, 'find'>,
    private readonly accounts: Pick<Accounts, 'find'>,
    private readonly config: OriginConfig,
  ) {}

  /** Undefined where nobody is signed in, or the account is no more. */
  async find(req: IncomingMessage): Promise<Visitor | undefined> {
    return this.findByToken(readSessionCookie(req));
  }

  async findByToken(token: string): Promise<Visitor | undefined> {
    const session = await this.sessions.find(token);
    if (!session) return undefined;
    const account = await this.accounts.find(session.account);
    return account?.active ? { account, session, token } : undefined;
  }

  /** Fails with 401; with 403 where the request changes something and does not come from our own page. */
  async requireAgent(req: IncomingMessage, { changes = false } = {}): Promise<Visitor> {
    if (changes) this.requireOwnPage(req);
    const visitor = await this.find(req);
    if (!visitor) throw new HttpError(401, 'Unauthorized', 'Sign in first.');
    return visitor;
  }

  async requireSupervisor(req: IncomingMessage, options?: { changes?: boolean }): Promise<Visitor> {
    const visitor = await this.requireAgent(req, options);
    if (visitor.account.role === 'supervisor') return visitor;
    throw new HttpError(403, 'desk.forbidden', 'This is for supervisors.');
  }

  requireOwnPage(req: IncomingMessage): void {
    if (isFromOwnPage(req, this.config)) return;
    throw new HttpError(403, 'Forbidden', 'The request does not come from a page of this service.');
  }
}
