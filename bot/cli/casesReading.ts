import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { CaseKind } from '../../services/cases/caseKinds.js';
import { getStream, readReference } from '../../services/cases/references.js';
import { RedeyeError } from '../../services/errors.js';

import type { BrokenEvent, CheckedStream, RecordCheck } from '../storage/recordCheck.js';
import { formatEvent, formatSummary, summariseCase, type CaseSummary } from './casesText.js';

/** What a command has to say, for machines and for people, and whether all is well. */
export interface Report {
  readonly json: object;
  readonly lines: readonly string[];
  readonly isWell: boolean;
}

export async function reportList(
  desk: CaseDesk,
  query: { kind?: CaseKind | undefined; open: boolean },
): Promise<Report> {
  const summaries: CaseSummary[] = [];
  let after: string | undefined;
  do {
    const page = await desk.list({
      open: query.open,
      limit: 1000,
      ...(query.kind && { kind: query.kind }),
      ...(after !== undefined && { after }),
    });
    summaries.push(...page.cases.map(summariseCase));
    after = page.next;
  } while (after !== undefined);
  summaries.sort((a, b) => Number(b.urgent) - Number(a.urgent));
  const lines = [...summaries.map(formatSummary), `${String(summaries.length)} cases`];
  return { json: { cases: summaries }, lines, isWell: true };
}

export async function reportCase(desk: CaseDesk, reference: string): Promise<Report> {
  const found = await desk.find(reference);
  if (!found) throw new RedeyeError('case.unknown', reference);
  const events = await desk.history(reference);
  const lines = [
    formatSummary(summariseCase(found)),
    JSON.stringify(found.state.details, undefined, 2),
    ...events.map(formatEvent),
  ];
  return { json: { case: found, events }, lines, isWell: true };
}

export async function reportCheck(recordCheck: RecordCheck, reference: string | undefined): Promise<Report> {
  const broken: BrokenEvent[] = [];
  let streams = 0;
  let events = 0;
  for await (const checked of chooseStreams(recordCheck, reference)) {
    streams += 1;
    events += checked.events;
    if (checked.broken) broken.push(checked.broken);
  }
  const lines = broken.map(
    ({ stream, version, file, reason }) => `${stream}: event ${String(version)} in ${file}: ${reason}`,
  );
  const verdict = broken.length === 0 ? 'all as written' : `${String(broken.length)} streams do not hold`;
  lines.push(`${String(streams)} streams, ${String(events)} events: ${verdict}`);
  return { json: { streams, events, broken }, lines, isWell: broken.length === 0 };
}

async function* chooseStreams(
  recordCheck: RecordCheck,
  reference: string | undefined,
): AsyncGenerator<CheckedStream> {
  if (reference === undefined) {
    yield* recordCheck.checkAll();
    return;
  }
  const read = readReference(reference);
  const checked = read && (await recordCheck.checkStream(getStream(read)));
  if (!checked || (checked.events === 0 && !checked.broken)) throw new RedeyeError('case.unknown', reference);
  yield checked;
}
