import type { EventLog } from '../eventLog.js';
import type { CasePage, ListQuery } from './caseDesk.js';
import { CASE_KINDS, type Case, type CaseKind } from './caseKinds.js';
import type { CaseStore } from './caseStore.js';

const PAGE = 50;

/** Reads names first and cases only until the page is full; urgent complaints are not put first here. */
export async function listCases(eventLog: EventLog, store: CaseStore, query: ListQuery): Promise<CasePage> {
  const kinds = query.kind ? [query.kind] : CASE_KINDS;
  const limit = query.limit ?? PAGE;
  const cases: Case[] = [];
  for (const kind of kinds) {
    for (const stream of await listStreams(eventLog, kind, query.after)) {
      const loaded = await store.load(kind, stream.slice(kind.length + 1));
      if (!loaded || (query.open === true && !loaded.case.open)) continue;
      const last = cases.at(-1);
      // One more than asked for is there: so there is a next page.
      if (last && cases.length >= limit) return { cases, next: `${last.kind}/${last.reference}` };
      cases.push(loaded.case);
    }
  }
  return { cases };
}

/** Names of a kind's streams behind `after`, in order; kinds follow each other as in CASE_KINDS. */
async function listStreams(eventLog: EventLog, kind: CaseKind, after: string | undefined): Promise<string[]> {
  const [afterKind] = after?.split('/') ?? [];
  const order = CASE_KINDS.findIndex((each) => each === afterKind);
  if (CASE_KINDS.indexOf(kind) < order) return [];
  const streams: string[] = [];
  for await (const stream of eventLog.list(kind)) {
    if (kind !== afterKind || after === undefined || stream > after) streams.push(stream);
  }
  return streams.sort();
}
