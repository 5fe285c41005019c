import { Mutex } from 'async-mutex';
import pg from 'pg';
import { Listeners } from '../../listeners.js';
import { warnOf } from '../../warning.js';
import { getConnectionSettings, type Query, type Row } from './database.js';
import { describeFailure } from './failure.js';

const RETRY_MS = 1000;
/** First of the two numbers of the lock that says which processes live. */
const PRESENCE = 7_263_001;

/** A server that no longer hears of a machine frees its locks within half a minute, not after two hours. */
const PREPARE = 'SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3';

/** The processes that live, as a query of one column `owner`. */
export const LIVING_OWNERS = `SELECT objid::bigint AS owner FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND classid = ${String(PRESENCE)}
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

export type Channel = 'redeye_events' | 'redeye_turns';
const CHANNELS: readonly Channel[] = ['redeye_events', 'redeye_turns'];

/**
 * The one connection a process keeps for itself: it hears notifications on it and holds its advisory locks, and the
 * server takes its end for the process's. When it is lost, another is opened; locks are lost with it, and
 * notifications of the time in between.
 */
export class Session {
  readonly lost = new Listeners<undefined>();
  private readonly heard = new Listeners<{ channel: string; payload: string }>();
  private readonly mutex = new Mutex();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  private constructor(
    private readonly url: string,
    /** Stands for this process; a positive 31-bit number no other living one has. */
    readonly owner: number,
  ) {}

  static async open(url: string, owner: number): Promise<Session> {
    const session = new Session(url, owner);
    await session.connect();
    return session;
  }

  get isUp(): boolean {
    return this.client !== undefined;
  }

  /** Runs on this very connection; fails with `storage.unavailable` while there is none. */
  readonly query: Query = (sql, values = []) =>
    this.mutex.runExclusive(async () => {
      if (!this.client) throw describeFailure(new Error('the connection was lost'));
      try {
        return (await this.client.query<Row>(sql, [...values])).rows;
      } catch (error) {
        throw describeFailure(error);
      }
    });

  /** Calls back in the order of the transactions that notified. */
  listen(channel: Channel, listener: (payload: string) => void): () => void {
    return this.heard.add((message) => {
      if (message.channel === channel) listener(message.payload);
    });
  }

  /** Frees what is locked, so that another process need not wait for the server to notice. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    const { client } = this;
    if (!client) return;
    await this.query('SELECT pg_advisory_unlock_all()').catch(warnOf);
    this.client = undefined;
    await client.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(getConnectionSettings(this.url));
    client.on('error', ({ message }) => {
      warnOf(describeFailure(new Error(message)));
      this.lose(client);
    });
    client.on('end', () => this.lose(client));
    client.on('notification', ({ channel, payload = '' }) => this.heard.notify({ channel, payload }));
    try {
      await client.connect();
      await client.query([PREPARE, ...CHANNELS.map((channel) => `LISTEN ${channel}`)].join('; '));
      // Shared: the server may still believe in the connection this one follows.
      await client.query('SELECT pg_advisory_lock_shared($1, $2)', [PRESENCE, this.owner]);
    } catch (error) {
      client.end().catch(() => undefined);
      throw describeFailure(error);
    }
    if (this.isClosed) await client.end();
    else this.client = client;
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.lost.notify(undefined);
    this.reconnectLater();
  }

  private reconnectLater(): void {
    if (this.isClosed) return;
    this.retry = setTimeout(() => {
      this.connect().catch(() => this.reconnectLater());
    }, RETRY_MS).unref();
  }
}
