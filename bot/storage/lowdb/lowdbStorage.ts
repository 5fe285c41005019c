import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import { z } from 'zod';
import { RedeyeError } from '../../../services/errors.js';
import { KeyedMutex } from '../../keyedMutex.js';
import { RecordFolder, type RecordFolderPlace } from './recordFolder.js';

const itemSchema = z.looseObject({ eTag: z.string() });
type StoredItem = z.infer<typeof itemSchema>;

/**
 * A bot's state, one file per key. eTags as botbuilder's own storages have them: an item without one, or with
 * `*`, overwrites; any other must be the stored one's, else `storage.conflict`. Keys written together are
 * checked together (a conflict writes none of them), yet a killed process may leave some of them unwritten.
 */
export class LowdbStorage implements Storage {
  private readonly records: RecordFolder<StoredItem>;
  private readonly mutex = new KeyedMutex();

  /** `createId` gives each written version its eTag and must never repeat itself. */
  constructor(
    place: RecordFolderPlace,
    private readonly createId: () => string,
  ) {
    this.records = new RecordFolder(place, itemSchema);
  }

  async read(keys: string[]): Promise<StoreItems> {
    requireArgument(keys, 'Keys are required when reading.');
    const items = await Promise.all(keys.map(async (key) => [key, await this.records.read(key)] as const));
    return Object.fromEntries(items.filter(([, item]) => item !== undefined));
  }

  async write(changes: StoreItems): Promise<void> {
    requireArgument(changes, 'Changes are required when writing.');
    const items = Object.entries<StoreItem>(changes);
    await this.mutex.runAll(Object.keys(changes), async () => {
      for (const [key, item] of items) await this.checkETag(key, item);
      for (const [key, item] of items) await this.records.write(key, { ...item, eTag: this.createId() });
    });
  }

  async delete(keys: string[]): Promise<void> {
    requireArgument(keys, 'Keys are required when deleting.');
    await this.mutex.runAll(keys, async () => {
      for (const key of keys) await this.records.delete(key);
    });
  }

  private async checkETag(key: string, item: StoreItem): Promise<void> {
    const believed: unknown = item.eTag;
    if (!believed || believed === '*') return;
    const stored = await this.records.read(key);
    if (stored && stored.eTag !== believed) {
      throw new RedeyeError('storage.conflict', `state "${key}" was changed since it was read`);
    }
  }
}

// botbuilder's callers are JavaScript too, and expect this error.
function requireArgument(value: unknown, message: string): void {
  if (!value) throw new ReferenceError(message);
}
