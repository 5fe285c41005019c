import type { CaseFile } from '../../../services/cases/fields.js';
import type { UploadStore } from '../../uploads/uploadStore.js';
import type { Entry, FileView } from './wire.js';

/** Where signed-in agents fetch passengers' files; ids are names of files and nothing else. */
export const DESK_UPLOADS_PATH = '/desk/api/uploads';

type Kept = Pick<UploadStore, 'isKept'>;

/** A case's file as the page shows it. */
export function describeCaseFile({ id, name, contentType }: CaseFile, uploads: Kept): Promise<FileView> {
  return markGone({ name: name ?? id, contentType: contentType ?? '', url: addressUpload(id) }, uploads);
}

/** The same entries; files of which nothing but the name is left say so. */
export function markGoneFiles(entries: readonly Entry[], uploads: Kept): Promise<Entry[]> {
  return Promise.all(
    entries.map(async (entry) => {
      if (entry.attachments.length === 0) return entry;
      const attachments = await Promise.all(entry.attachments.map((file) => markGone(file, uploads)));
      return { ...entry, attachments };
    }),
  );
}

export function addressUpload(id: string): string {
  return `${DESK_UPLOADS_PATH}/${id}`;
}

async function markGone(file: FileView, uploads: Kept): Promise<FileView> {
  const prefix = addressUpload('');
  if (!file.url.startsWith(prefix)) return file;
  return (await uploads.isKept(file.url.slice(prefix.length))) ? file : { ...file, gone: true };
}
