import type { z } from 'zod';
import type { CaseKind, CaseTypes } from './caseKinds.js';
import type { CaseNews } from './caseNotice.js';
import type { Occasion, PassTime } from './decision.js';

/** All that differs between the kinds of cases. Pure; the figures were handed in when it was made. */
export interface CaseRulebook<K extends CaseKind> {
  readonly kind: K;
  readonly detailsSchema: z.ZodType<CaseTypes[K]['details']>;
  readonly commandSchema: z.ZodType<CaseTypes[K]['command']>;
  readonly eventSchema: z.ZodType<CaseTypes[K]['event']>;
  file(filingKey: string, details: CaseTypes[K]['details'], occasion: Occasion): CaseTypes[K]['event'];
  /** Throws `CaseRefused`. */
  decide(
    command: CaseTypes[K]['command'] | PassTime,
    state: CaseTypes[K]['state'],
    occasion: Occasion,
  ): readonly CaseTypes[K]['event'][];
  evolve(
    state: CaseTypes[K]['state'] | undefined,
    event: CaseTypes[K]['event'],
  ): CaseTypes[K]['state'] | undefined;
  isOpen(state: CaseTypes[K]['state']): boolean;
  /** When time itself changes the case next; undefined: never. */
  getNextDue(state: CaseTypes[K]['state'], now: Date): Date | undefined;
  /** What the passenger is to hear of an event. */
  tellNews(event: CaseTypes[K]['event']): CaseNews | undefined;
  /** What makes two filings of one person the same. */
  describeContent(details: CaseTypes[K]['details']): string;
  /** What a reference begins with: a claim's station, or the house day. */
  choosePlace(details: CaseTypes[K]['details'], houseDay: string): string;
}

export type CaseRulebooks = { readonly [K in CaseKind]: CaseRulebook<K> };
