import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import { z } from 'zod';
import { RedeyeError } from '../../../services/errors.js';
import type { Database, Query } from './database.js';
import { decodeName, digestName, encodeName } from './names.js';

const itemSchema = z.object({ key: z.string(), etag: z.string(), item: z.record(z.string(), z.unknown()) });

const READ = 'SELECT key, item, etag FROM state WHERE digest = ANY($1::bytea[])';
const DELETE = 'DELETE FROM state WHERE digest = ANY($1::bytea[])';
// Rows are always taken in one order, so that two writers of the same keys cannot block each other.
const LOCK = 'SELECT key, etag FROM state WHERE digest = ANY($1::bytea[]) ORDER BY digest FOR UPDATE';
const WRITE = `INSERT INTO state (digest, key, item, etag)
  SELECT * FROM unnest($1::bytea[], $2::text[], $3::json[], $4::text[]) AS written (digest) ORDER BY digest
  ON CONFLICT (digest) DO UPDATE SET item = EXCLUDED.item, etag = EXCLUDED.etag`;

/**
 * A bot's state, one row per key. eTags as botbuilder's own storages have them: an item without one, or with `*`,
 * overwrites; any other must be the stored one's, else `storage.conflict`. Keys written together are written all or
 * none.
 */
export class PostgresStorage implements Storage {
  /**
   * `createId` gives each written version its eTag and must never repeat itself. `checkTurn` fails when whoever writes
   * must not any more.
   */
  constructor(
    private readonly database: Database,
    private readonly createId: () => string,
    private readonly checkTurn: () => void = () => undefined,
  ) {}

  async read(keys: string[]): Promise<StoreItems> {
    requireArgument(keys, 'Keys are required when reading.');
    if (keys.length === 0) return {};
    const rows = await this.database.query(READ, [keys.map(digestName)]);
    return Object.fromEntries(
      rows.map((row) => {
        const parsed = itemSchema.safeParse(row);
        if (!parsed.success) {
          throw new RedeyeError('storage.corrupt', `state ${String(row['key'])}`, { cause: parsed.error });
        }
        const { key, item, etag: eTag } = parsed.data;
        return [decodeName(key), { ...item, eTag }];
      }),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    requireArgument(changes, 'Changes are required when writing.');
    const items = Object.entries<StoreItem>(changes);
    if (items.length === 0) return;
    this.checkTurn();
    const digests = items.map(([key]) => digestName(key));
    const written = items.map(([, { eTag: _believed, ...item }]) => JSON.stringify(item));
    const eTags = items.map(() => this.createId());
    const store = (): Promise<void> =>
      this.database.transact(async (query) => {
        await checkETags(query, digests, items);
        await query(WRITE, [digests, items.map(([key]) => encodeName(key)), written, eTags]);
      });
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await store();
      } catch (error) {
        // Rows that are new cannot be locked in order with those there are: one of two writers is sent back.
        if (!isDeadlock(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async delete(keys: string[]): Promise<void> {
    requireArgument(keys, 'Keys are required when deleting.');
    this.checkTurn();
    await this.database.query(DELETE, [keys.map(digestName)]);
  }
}

async function checkETags(query: Query, digests: Buffer[], items: [string, StoreItem][]): Promise<void> {
  const rows = await query(LOCK, [digests]);
  const stored = new Map(rows.map(({ key, etag }) => [key, etag]));
  for (const [key, { eTag: believed }] of items) {
    const current = stored.get(encodeName(key));
    if (!believed || believed === '*' || current === undefined || current === believed) continue;
    throw new RedeyeError('storage.conflict', `state "${key}" was changed since it was read`);
  }
}

const ATTEMPTS = 10;
const DEADLOCK = '40P01';

function isDeadlock(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause?.code === DEADLOCK;
}

// botbuilder's callers are JavaScript too, and expect this error.
function requireArgument(value: unknown, message: string): void {
  if (!value) throw new ReferenceError(message);
}
