import { readdir, readFile } from 'node:fs/promises';
import { RedeyeError } from '../../../services/errors.js';
import type { Database } from './database.js';
import { toLockNumber } from './names.js';

const FOLDER = new URL('migrations/', import.meta.url);

export interface Migration {
  /** `0001-what-it-does.sql`; applied in the order of names, each once. */
  readonly name: string;
  readonly sql: string;
}

export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(new URL(name, folder), 'utf8') })),
  );
}

/**
 * Brings the tables up to date, all steps or none; of processes that start at once, one does it. Fails with
 * `storage.schema` where a newer release was there before: its tables are left alone.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  await database.transact(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [toLockNumber('redeye migrations')]);
    await query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied timestamptz DEFAULT now())',
    );
    const applied = (await query('SELECT name FROM migrations ORDER BY name')).map(({ name }) =>
      String(name),
    );
    const unknown = applied.filter((name) => !migrations.some((each) => each.name === name));
    if (unknown.length > 0) {
      throw new RedeyeError('storage.schema', `the database has ${unknown.join(', ')}, this release has not`);
    }
    for (const { name, sql } of migrations) {
      if (applied.includes(name)) continue;
      await query(sql);
      await query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
  });
}
