import { fileTypeFromBuffer } from 'file-type';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../services/clock.js';
import { RedeyeError } from '../../services/errors.js';

/** What passengers may hand in: photographs of bags and receipts, and documents. Nothing a browser would run. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
};
const FILE_ID = /^[\w-]{16,64}\.(png|jpg|gif|webp|pdf)$/;
const SCHEME = 'upload:';

export interface StoredUpload {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** Passengers' files, one each in a folder of their own, under random names; a file's own time is when it came. */
export class UploadStore {
  constructor(
    private readonly folder: string,
    private readonly createId: () => string,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file and returns the address activities name it by (`upload:<id>`) and its type, found from its content
   * and not from what the sender says. Fails with `upload.rejected` for any other kind of file.
   */
  async save(bytes: Buffer): Promise<{ contentUrl: string; contentType: string }> {
    const found = await fileTypeFromBuffer(bytes);
    const contentType = found && TYPES[found.ext];
    if (!contentType) throw new RedeyeError('upload.rejected', found?.mime ?? 'unknown content');
    const id = `${this.createId()}.${found.ext}`;
    const path = join(this.folder, id);
    const now = this.clock.now();
    await mkdir(this.folder, { recursive: true });
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    await utimes(path, now, now);
    return { contentUrl: SCHEME + id, contentType };
  }

  /** A kept file by its id, or undefined. */
  async read(id: string): Promise<StoredUpload | undefined> {
    const extension = FILE_ID.exec(id)?.[1];
    const contentType = extension && TYPES[extension];
    if (!contentType) return undefined;
    const bytes = await unlessMissing(readFile(join(this.folder, id)));
    return bytes && { bytes, contentType };
  }

  async isKept(id: string): Promise<boolean> {
    return FILE_ID.test(id) && (await this.findTime(id)) !== undefined;
  }

  /** Ids of the files that came before a moment. */
  async listBefore(moment: Date): Promise<string[]> {
    const names = (await unlessMissing(readdir(this.folder))) ?? [];
    const found: string[] = [];
    for (const id of names.filter((name) => FILE_ID.test(name))) {
      const time = await this.findTime(id);
      if (time !== undefined && time < moment) found.push(id);
    }
    return found;
  }

  /** Deletes a file for good; one that is gone already is none to worry about. */
  async remove(id: string): Promise<void> {
    if (FILE_ID.test(id)) await rm(join(this.folder, id), { force: true });
  }

  private async findTime(id: string): Promise<Date | undefined> {
    return (await unlessMissing(stat(join(this.folder, id))))?.mtime;
  }
}

/** The id in an activity's `contentUrl` when it names an uploaded file. */
export function readUploadId(contentUrl: string | undefined): string | undefined {
  return contentUrl?.startsWith(SCHEME) ? contentUrl.slice(SCHEME.length) : undefined;
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
