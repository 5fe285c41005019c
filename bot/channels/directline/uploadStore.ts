import { fileTypeFromBuffer } from 'file-type';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RedeyeError } from '../../../services/errors.js';

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

/** Passengers' files, one each in a folder of their own, under random names. */
export class UploadStore {
  constructor(
    private readonly folder: string,
    private readonly createId: () => string,
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
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, id), bytes, { flag: 'wx', mode: 0o600 });
    return { contentUrl: SCHEME + id, contentType };
  }

  /** A kept file by its id, or undefined. */
  async read(id: string): Promise<StoredUpload | undefined> {
    const extension = FILE_ID.exec(id)?.[1];
    const contentType = extension && TYPES[extension];
    if (!contentType) return undefined;
    try {
      return { bytes: await readFile(join(this.folder, id)), contentType };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

/** The id in an activity's `contentUrl` when it names an uploaded file. */
export function readUploadId(contentUrl: string | undefined): string | undefined {
  return contentUrl?.startsWith(SCHEME) ? contentUrl.slice(SCHEME.length) : undefined;
}
