import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { RedeyeError } from '../../../services/errors.js';
import { writeFileDurably } from './durableFile.js';
import { isMissing } from './systemError.js';

/**
 * lowdb's adapter for one JSON file, stricter than the one lowdb ships: the content reaches the disk before the
 * rename, a failed rename is an error at once, and what cannot be read is `storage.corrupt` and left as it is.
 * A missing file reads as null.
 */
export class DurableJsonFile<T> implements Adapter<T> {
  constructor(
    private readonly file: string,
    private readonly schema: z.ZodType<T>,
    private readonly temporaryDirectory: string,
  ) {}

  read = async (): Promise<T | null> => {
    const bytes = await this.readBytes();
    if (bytes === null) return null;
    const parsed = this.schema.safeParse(this.parse(bytes));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw this.describeCorruption(
      `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
      parsed.error,
    );
  };

  write = async (data: T): Promise<void> => {
    try {
      await writeFileDurably(this.file, JSON.stringify(data), this.temporaryDirectory);
    } catch (cause) {
      throw new RedeyeError('storage.unavailable', this.file, { cause });
    }
  };

  private async readBytes(): Promise<Buffer | null> {
    try {
      return await readFile(this.file);
    } catch (error) {
      if (isMissing(error)) return null;
      throw new RedeyeError('storage.unavailable', this.file, { cause: error });
    }
  }

  private parse(bytes: Buffer): unknown {
    try {
      // Fatal: a replaced byte must be noticed, not turned into a replacement character.
      return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch (error) {
      throw this.describeCorruption('is not JSON', error);
    }
  }

  private describeCorruption(reason: string, cause: unknown): RedeyeError {
    return new RedeyeError('storage.corrupt', `${this.file}: ${reason}`, { cause });
  }
}
