import type { EventLog } from '../eventLog.js';
import { CASE_KINDS, type Case } from './caseKinds.js';
import type { CaseStore } from './caseStore.js';
import type { CaseFile } from './fields.js';

/** The files a case refers to: those filed with it, then those added. */
export function listFiles({ details, additions }: Case['state']): readonly CaseFile[] {
  const filed = 'photos' in details ? details.photos : [];
  return [...filed, ...additions.flatMap(({ photos = [] }) => photos)];
}

/** Ids of the files of all cases that are open, or were closed after a moment. Reads every case, a case at a time. */
export async function listFilesInUse(
  eventLog: EventLog,
  store: CaseStore,
  closedAfter: Date,
): Promise<ReadonlySet<string>> {
  const since = closedAfter.toISOString();
  const inUse = new Set<string>();
  for (const kind of CASE_KINDS) {
    for await (const stream of eventLog.list(kind)) {
      const loaded = await store.load(kind, stream.slice(kind.length + 1));
      if (!loaded || (loaded.closedAt !== undefined && loaded.closedAt <= since)) continue;
      for (const { id } of listFiles(loaded.state)) inUse.add(id);
    }
  }
  return inUse;
}
