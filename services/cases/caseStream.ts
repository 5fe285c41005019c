import { z } from 'zod';
import { RedeyeError } from '../errors.js';
import type { Json, StoredEvent } from '../eventLog.js';
import { isPassenger } from './actor.js';
import type { Case, CaseKind, CaseTypes } from './caseKinds.js';
import type { CaseNews } from './caseNotice.js';
import { happened } from './caseParts.js';
import type { CaseRulebook } from './caseRulebook.js';

/** Kept beside the kinds' own events: the passenger was told of the event with this version. */
const notifiedSchema = z.object({
  ...happened,
  type: z.literal('passenger-notified'),
  data: z.object({ version: z.int().positive(), delivery: z.custom<Json>((value) => value !== undefined) }),
});

const filedSchema = z.object({ filingKey: z.string() });

/** A case read from its stream. */
export interface LoadedCase<K extends CaseKind> {
  readonly case: Case<K>;
  readonly state: CaseTypes[K]['state'];
  readonly filingKey: string;
  /** When it was closed; absent while it is open. */
  readonly closedAt?: string;
  /** News the passenger was not told yet, by the version of its event. */
  readonly untold: ReadonlyMap<number, CaseNews>;
}

/** Folds a stream into its case; undefined when it is empty. Fails with `storage.corrupt` on an event of no known form. */
export function foldCase<K extends CaseKind>(
  rulebook: CaseRulebook<K>,
  reference: string,
  events: readonly StoredEvent[],
): LoadedCase<K> | undefined {
  const untold = new Map<number, CaseNews>();
  let state: CaseTypes[K]['state'] | undefined;
  let closedAt: string | undefined;
  for (const stored of events) {
    const told = notifiedSchema.safeParse(stored);
    if (told.success) {
      untold.delete(told.data.data.version);
      continue;
    }
    const event = readEvent(rulebook, stored);
    state = rulebook.evolve(state, event);
    closedAt = state === undefined || rulebook.isOpen(state) ? undefined : (closedAt ?? stored.time);
    const news = rulebook.tellNews(event);
    if (news && !isPassenger(event.actor)) untold.set(stored.version, news);
  }
  if (state === undefined) return undefined;
  const { kind } = rulebook;
  const open = rulebook.isOpen(state);
  return {
    // The compiler cannot see that a rulebook's kind and its state belong together.
    case: { kind, reference, version: events.length, open, state },
    state,
    filingKey: getFilingKey(events) ?? '',
    ...(closedAt !== undefined && { closedAt }),
    untold,
  };
}

/** The key the case of a stream was filed under; undefined for an empty stream. */
export function getFilingKey(events: readonly StoredEvent[]): string | undefined {
  return filedSchema.safeParse(events[0]?.data).data?.filingKey;
}

function readEvent<K extends CaseKind>(
  { eventSchema }: CaseRulebook<K>,
  stored: StoredEvent,
): CaseTypes[K]['event'] {
  const read = eventSchema.safeParse(stored);
  if (read.success) return read.data;
  const place = `${stored.stream}, event ${String(stored.version)} (${stored.type})`;
  throw new RedeyeError('storage.corrupt', place, { cause: read.error });
}
