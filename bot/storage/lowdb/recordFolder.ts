import { opendir } from 'node:fs/promises';
import path from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { RedeyeError } from '../../../services/errors.js';
import { removeDurably } from './durableFile.js';
import { DurableJsonFile } from './jsonFile.js';
import { decodeKey, getRecordPath } from './recordNames.js';
import { isMissing } from './systemError.js';

const EXTENSION = '.json';

interface KeyedRecord<T> {
  readonly key: string;
  readonly value: T;
}

export interface RecordFolderPlace {
  readonly directory: string;
  readonly temporaryDirectory: string;
}

/**
 * Records of one kind, a small JSON file each. Writes of one record must not overlap; the caller sees to that.
 * How many other records there are makes no difference to reading or writing one.
 */
export class RecordFolder<T> {
  private readonly schema: z.ZodType<KeyedRecord<T> | null>;

  constructor(
    private readonly place: RecordFolderPlace,
    schema: z.ZodType<T>,
  ) {
    this.schema = z.object({ key: z.string(), value: schema });
  }

  async read(key: string): Promise<T | undefined> {
    const record = await this.openRecord(this.getFile(key));
    if (record.data && record.data.key !== key) {
      throw new RedeyeError('storage.corrupt', `${this.getFile(key)}: holds the record of another key`);
    }
    return record.data?.value;
  }

  async write(key: string, value: T): Promise<void> {
    await new Low<KeyedRecord<T> | null>(this.getAdapter(this.getFile(key)), { key, value }).write();
  }

  async delete(key: string): Promise<void> {
    await removeDurably(this.getFile(key));
  }

  /** All keys, in no promised order; those written meanwhile may be missing. */
  async *listKeys(): AsyncGenerator<string> {
    for await (const shard of listNames(this.place.directory)) {
      const directory = path.join(this.place.directory, shard);
      for await (const name of listNames(directory)) {
        if (!name.endsWith(EXTENSION)) continue;
        const key = decodeKey(name.slice(0, -EXTENSION.length)) ?? (await this.readKey(directory, name));
        if (key !== undefined) yield key;
      }
    }
  }

  /** The file of a key, whether it is there or not. */
  getFile(key: string): string {
    return getRecordPath(this.place.directory, key) + EXTENSION;
  }

  private async readKey(directory: string, name: string): Promise<string | undefined> {
    return (await this.openRecord(path.join(directory, name))).data?.key;
  }

  private async openRecord(file: string): Promise<Low<KeyedRecord<T> | null>> {
    const record = new Low<KeyedRecord<T> | null>(this.getAdapter(file), null);
    await record.read();
    return record;
  }

  private getAdapter(file: string): DurableJsonFile<KeyedRecord<T> | null> {
    return new DurableJsonFile<KeyedRecord<T> | null>(file, this.schema, this.place.temporaryDirectory);
  }
}

async function* listNames(directory: string): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(directory)) yield entry.name;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
