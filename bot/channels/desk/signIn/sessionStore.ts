import type { Storage } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../../../../services/clock.js';
import { RedeyeError } from '../../../../services/errors.js';
import { createSecret, hashSecret, matchesSecret } from './secrets.js';

const HOUR_MS = 3_600_000;
const SESSION_MS = 12 * HOUR_MS;
/** Prolonging at each request would write at each request. */
const PROLONG_AFTER_MS = HOUR_MS / 4;
/** Browsers one agent is signed in with; beyond, the oldest is signed out. */
const MOST_SESSIONS = 20;
const ATTEMPTS = 5;

const recordSchema = z.object({
  sessions: z.array(z.object({ hash: z.string(), expires: z.iso.datetime() })),
  eTag: z.string().optional(),
});
type SessionRecord = z.infer<typeof recordSchema>;
type KeptSession = SessionRecord['sessions'][number];

/** A session that was found: whose, and its name in the store. */
export interface FoundSession {
  readonly account: string;
  readonly hash: string;
}

/**
 * Who is signed in. A session's token is `<account>.<secret>`; only a hash of the secret is kept, one record an
 * account, so that all sessions of one end in one write. Sessions end twelve hours after they were last used.
 */
export class SessionStore {
  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** Returns the token to keep in the browser. */
  async open(account: string): Promise<string> {
    const secret = createSecret();
    await this.change(account, (sessions) => {
      const opened = { hash: hashSecret(secret), expires: this.computeExpiry() };
      return [...sessions, opened].slice(-MOST_SESSIONS);
    });
    return `${Buffer.from(account).toString('base64url')}.${secret}`;
  }

  /** The session of a token that still holds, prolonged; undefined for any other, whatever is wrong with it. */
  async find(token: string): Promise<FoundSession | undefined> {
    const [encoded = '', secret = '', ...rest] = token.split('.');
    const account = Buffer.from(encoded, 'base64url').toString();
    if (account === '' || secret === '' || rest.length > 0) return undefined;
    const { sessions } = await this.read(account);
    const now = this.clock.now().getTime();
    const found = sessions.find((each) => matchesSecret(secret, each.hash));
    if (!found || Date.parse(found.expires) <= now) return undefined;
    if (Date.parse(found.expires) - now < SESSION_MS - PROLONG_AFTER_MS) await this.prolong(account, found);
    return { account, hash: found.hash };
  }

  async close({ account, hash }: FoundSession): Promise<void> {
    await this.change(account, (sessions) => sessions.filter((each) => each.hash !== hash));
  }

  /** Ends all sessions of an account but the one named. */
  async closeAll(account: string, except?: string): Promise<void> {
    await this.change(account, (sessions) => sessions.filter((each) => each.hash === except));
  }

  private prolong(account: string, { hash }: KeptSession): Promise<void> {
    const expires = this.computeExpiry();
    return this.change(account, (sessions) =>
      sessions.map((each) => (each.hash === hash ? { hash, expires } : each)),
    );
  }

  private computeExpiry(): string {
    return new Date(this.clock.now().getTime() + SESSION_MS).toISOString();
  }

  private async read(account: string): Promise<SessionRecord> {
    const key = getKey(account);
    const stored = recordSchema.safeParse((await this.storage.read([key]))[key]);
    return stored.success ? stored.data : { sessions: [] };
  }

  private async change(account: string, change: (sessions: KeptSession[]) => KeptSession[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { sessions, eTag } = await this.read(account);
      const now = this.clock.now().getTime();
      const lasting = sessions.filter(({ expires }) => Date.parse(expires) > now);
      try {
        await this.storage.write({ [getKey(account)]: { sessions: change(lasting), ...(eTag && { eTag }) } });
        return;
      } catch (error) {
        const isConflict = error instanceof RedeyeError && error.code === 'storage.conflict';
        if (!isConflict || attempt === ATTEMPTS) throw error;
      }
    }
  }
}

function getKey(account: string): string {
  return `desk-sessions/${account}`;
}
