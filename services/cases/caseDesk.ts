import type { StoredEvent } from '../eventLog.js';
import type { Actor } from './actor.js';
import type { Case, CaseKind, CaseTypes } from './caseKinds.js';
import type { BaggageDeadline } from './claim/baggageDeadlines.js';
import type { ClaimInput } from './claim/claimDetails.js';
import type { Timeliness } from './assistance/assistance.js';
import type { AssistanceInput } from './assistance/assistanceDetails.js';

export interface Filed<K extends CaseKind> {
  /** `filed`: now; `known`: this filing key, or an open case of the same content, was there before. */
  readonly outcome: 'filed' | 'known';
  readonly case: Case<K>;
}

export type Lookup =
  | { readonly outcome: 'found'; readonly case: Case }
  /** No such reference, or not that name: which of the two is not said. */
  | { readonly outcome: 'no-match' }
  | { readonly outcome: 'too-many-tries'; readonly retryAt: Date };

export interface LookupRequest {
  readonly reference: string;
  /** Family name or whole name, in the script and order the passenger likes. */
  readonly familyName: string;
  /** Who asks: the channel's user id, else the conversation's. Failed tries are counted by it. */
  readonly askedBy: string;
}

export interface ListQuery {
  readonly kind?: CaseKind;
  /** Only cases not closed. */
  readonly open?: boolean;
  /** The `next` of the page before. */
  readonly after?: string;
  /** At most this many, 50 when absent. */
  readonly limit?: number;
}

export interface CasePage {
  /** By reference. */
  readonly cases: readonly Case[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** The desk's business with cases, for dialogs, commands and the agents' page. */
export interface CaseDesk {
  /**
   * Files a case once: the same `filingKey` again (a resend, a double click, a crash in between) gives the case it
   * made, and so does another key with the same content while the first is open. `by`: who files it for the passenger,
   * who is then told; without it, they do so themselves. Fails with `case.invalid` when the details are not of their
   * schema's form.
   */
  file<K extends CaseKind>(
    kind: K,
    filingKey: string,
    details: CaseTypes[K]['input'],
    by?: Actor,
  ): Promise<Filed<K>>;
  /** By reference, in any case and with spaces around; for those who are already known to be allowed to see it. */
  find(reference: string): Promise<Case | undefined>;
  /** For passengers. Limited tries, which survive a restart. */
  findByReferenceAndName(request: LookupRequest): Promise<Lookup>;
  /**
   * Fails with `case.unknown`, with `case.invalid` when the command is not of its form, and with a `CaseRefused`
   * that says why where the case's state does not allow it. A command that would change nothing changes nothing.
   */
  carryOut<K extends CaseKind>(
    kind: K,
    reference: string,
    command: CaseTypes[K]['command'],
    by: Actor,
  ): Promise<Case<K>>;
  list(query?: ListQuery): Promise<CasePage>;
  /** Ids of the uploaded files that cases refer to which are open, or were closed after a moment. */
  listFilesInUse(closedAfter: Date): Promise<ReadonlySet<string>>;
  /** Every event of a case, oldest first; empty for an unknown reference. */
  history(reference: string): Promise<readonly StoredEvent[]>;
  /** The days that matter for a claim, filed or not yet, as of now; those not yet started last. */
  assessDeadlines(claim: DeadlineFacts): readonly BaggageDeadline[];
  /** Whether a request for these needs would be in time now. */
  assessTimeliness(request: TimelinessFacts): Timeliness;
}

/** What of a claim's details the deadlines depend on. */
export type DeadlineFacts = Pick<
  ClaimInput,
  'type' | 'date' | 'station' | 'carriage' | 'arrivalDay' | 'receivedDay'
>;

/** What of a request's details its notice depends on. */
export type TimelinessFacts = Pick<
  AssistanceInput,
  'needs' | 'date' | 'departure' | 'origin' | 'international'
>;
