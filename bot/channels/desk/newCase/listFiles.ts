import { DESK_UPLOADS_PATH } from '../files.js';
import type { Entry } from '../wire.js';

const MOST_FILES = 20;

/** The passenger's files of a talk that are still there, as cases keep them: the newest, each once. */
export function listFiles(
  entries: readonly Entry[],
): { readonly id: string; readonly name: string; readonly contentType: string }[] {
  const sent = entries.flatMap(({ from, attachments }) => (from === 'passenger' ? attachments : []));
  const own = sent.flatMap(({ name, contentType, url, gone }) =>
    !gone && url.startsWith(`${DESK_UPLOADS_PATH}/`)
      ? [{ id: url.slice(DESK_UPLOADS_PATH.length + 1), name, contentType }]
      : [],
  );
  return [...new Map(own.map((file) => [file.id, file])).values()].slice(-MOST_FILES);
}
