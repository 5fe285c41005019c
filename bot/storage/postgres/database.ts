import pg from 'pg';
import { warnOf } from '../../warning.js';
import { describeFailure } from './failure.js';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;

export type Row = Record<string, unknown>;
export type Query = (sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Settings of every connection: one to a machine that is gone is noticed, on either side. */
export function getConnectionSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'redeye',
  };
}

/** A pool of connections. Every failure is a `storage.unavailable`, or the error the work itself threw. */
export class Database {
  private readonly pool: pg.Pool;

  constructor(readonly url: string) {
    this.pool = new pg.Pool({ ...getConnectionSettings(url), max: POOL_SIZE });
    // A connection lost while idle: the pool opens another one when it is needed. Without the cause: it holds the client.
    this.pool.on('error', ({ message }) => warnOf(describeFailure(new Error(message))));
  }

  /** One statement, which is a transaction of its own. */
  readonly query: Query = async (sql, values = []) => {
    try {
      return (await this.pool.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw describeFailure(error);
    }
  };

  /** Statements that take effect together, or not at all when one of them or `work` fails. */
  async transact<Result>(work: (query: Query) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw describeFailure(error);
    });
    let failure: unknown;
    try {
      await client.query('BEGIN');
      const result = await work(async (sql, values = []) => (await client.query<Row>(sql, [...values])).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((reason: unknown) => (failure = reason));
      throw describeFailure(error);
    } finally {
      // A connection that cannot even go back is not handed out again.
      client.release(failure !== undefined);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
