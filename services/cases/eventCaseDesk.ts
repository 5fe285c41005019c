import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, StoredEvent } from '../eventLog.js';
import type { Actor } from './actor.js';
import type { Timeliness } from './assistance/assistance.js';
import { assessTimeliness } from './assistance/timeliness.js';
import type { CaseAgenda } from './caseAgenda.js';
import type {
  CaseDesk,
  CasePage,
  DeadlineFacts,
  Filed,
  ListQuery,
  Lookup,
  LookupRequest,
  TimelinessFacts,
} from './caseDesk.js';
import { listFilesInUse } from './caseFiles.js';
import { CaseFiling } from './caseFiling.js';
import { listCases } from './caseList.js';
import type { Case, CaseKind, CaseTypes } from './caseKinds.js';
import type { CaseRules } from './caseRules.js';
import type { CaseStore } from './caseStore.js';
import { assessClaimDeadlines } from './claim/claimDeadlines.js';
import type { BaggageDeadline } from './claim/baggageDeadlines.js';
import { LookupTries } from './lookupTries.js';
import { matchesName } from './personNames.js';
import { getStream, readReference } from './references.js';

/** Failed tries an hour: of one person, and for one reference by whomever. */
const FAILURES_BY_PERSON = 5;
const FAILURES_FOR_REFERENCE = 20;

export interface CaseDeskParts {
  readonly eventLog: EventLog;
  readonly store: CaseStore;
  readonly agenda: CaseAgenda;
  readonly clock: Clock;
  readonly rules: CaseRules;
}

/** The desk over an event log and an agenda. */
export class EventCaseDesk implements CaseDesk {
  private readonly filing: CaseFiling;
  private readonly tries: LookupTries;

  constructor(private readonly parts: CaseDeskParts) {
    const { eventLog, agenda, clock, rules } = parts;
    this.filing = new CaseFiling({
      eventLog,
      timeZone: rules.timeZone,
      prepare: (kind, reference) => agenda.prepareChange(kind, reference),
    });
    this.tries = new LookupTries(eventLog, clock);
  }

  async file<K extends CaseKind>(
    kind: K,
    filingKey: string,
    input: CaseTypes[K]['input'],
    by?: Actor,
  ): Promise<Filed<K>> {
    const rulebook = this.parts.store.getRulebook(kind);
    const details = check(rulebook.detailsSchema, input);
    const { isNew, loaded } = await this.filing.file({
      rulebook,
      filingKey,
      details,
      actor: by ?? `passenger:${details.filer.id}`,
      now: this.parts.clock.now(),
    });
    await this.parts.agenda.announceChange(kind, loaded.case.reference);
    return { outcome: isNew ? 'filed' : 'known', case: loaded.case };
  }

  async find(text: string): Promise<Case | undefined> {
    const read = readReference(text);
    return read && (await this.parts.store.load(read.kind, read.reference))?.case;
  }

  async findByReferenceAndName({ reference, familyName, askedBy }: LookupRequest): Promise<Lookup> {
    const read = readReference(reference);
    const counted = [{ whose: `by:${askedBy}`, most: FAILURES_BY_PERSON }];
    if (read) counted.push({ whose: `for:${read.reference}`, most: FAILURES_FOR_REFERENCE });
    for (const { whose, most } of counted) {
      const retryAt = await this.tries.begin(whose, most);
      if (retryAt) return { outcome: 'too-many-tries', retryAt };
    }
    const loaded = read && (await this.parts.store.load(read.kind, read.reference));
    if (!loaded || !matchesName(loaded.state.details.name, familyName)) return { outcome: 'no-match' };
    for (const { whose } of counted) await this.tries.succeed(whose);
    return { outcome: 'found', case: loaded.case };
  }

  async carryOut<K extends CaseKind>(
    kind: K,
    text: string,
    command: CaseTypes[K]['command'],
    by: Actor,
  ): Promise<Case<K>> {
    const read = readReference(text);
    if (read?.kind !== kind) throw new RedeyeError('case.unknown', text);
    const checked = check(this.parts.store.getRulebook(kind).commandSchema, command);
    return (await this.parts.store.change(kind, read.reference, checked, by)).case;
  }

  list(query: ListQuery = {}): Promise<CasePage> {
    return listCases(this.parts.eventLog, this.parts.store, query);
  }

  listFilesInUse(closedAfter: Date): Promise<ReadonlySet<string>> {
    return listFilesInUse(this.parts.eventLog, this.parts.store, closedAfter);
  }

  async history(text: string): Promise<readonly StoredEvent[]> {
    const read = readReference(text);
    return read ? this.parts.eventLog.read(getStream(read)) : [];
  }

  assessDeadlines(claim: DeadlineFacts): readonly BaggageDeadline[] {
    return assessClaimDeadlines(claim, this.parts.rules.claim, this.parts.clock.now());
  }

  assessTimeliness(request: TimelinessFacts): Timeliness {
    return assessTimeliness(request, this.parts.rules.assistance, this.parts.clock.now());
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  throw new RedeyeError('case.invalid', detail, { cause: read.error });
}
