import { randomUUID } from 'node:crypto';
import { launchPostgres } from './launchPostgres.js';
import { runOnce } from './runOnce.js';

export interface PostgresServer {
  /** A new, empty database beside the others. */
  createDatabase(): Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A real PostgreSQL: the one of the whole run, which `stop` leaves running, or one of its own. */
export async function startPostgres(): Promise<PostgresServer> {
  const shared = process.env['TESTS_POSTGRES_URL'];
  const { url, stop } = shared ? { url: shared, stop: () => Promise.resolve() } : await launchPostgres();
  return {
    createDatabase: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await runOnce(url, `CREATE DATABASE ${name}`);
      return new URL(name, url).href;
    },
    stop,
  };
}
