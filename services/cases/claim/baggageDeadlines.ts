import type { Carriage, ClaimType } from './claimDetails.js';

/** The periods the law and the airline's conditions set; from `policy.yaml`. */
export interface BaggageRules {
  readonly damageNoticeDays: number;
  readonly delayNoticeDays: number;
  readonly lostAfterDays: number;
  readonly suitYears: number;
  /** `YYYY-MM-DD` from which China's revised Civil Aviation Law applies to domestic carriage. */
  readonly civilAviationLawFrom: string;
}

/**
 * - `damage-notice`, `delay-notice`: the last day for a written complaint.
 * - `lost`: the last day of waiting; after it the passenger may claim the bag as lost.
 * - `suit`: the last day to go to court.
 */
export type DeadlineName = 'damage-notice' | 'delay-notice' | 'lost' | 'suit';

/** Where a period comes from; the words for it are in `locales/`. */
export type LegalSource =
  | 'montreal-17-3'
  | 'montreal-31-2'
  | 'montreal-35'
  | 'civil-aviation-law-142'
  | 'civil-aviation-law-143'
  | 'civil-aviation-law-2021-134'
  | 'civil-aviation-law-2021-135'
  | 'conditions-of-carriage';

export type BaggageDeadline =
  | {
      readonly name: DeadlineName;
      /** `near`: at most three days left; `past`: the day is over. A report is taken all the same. */
      readonly state: 'open' | 'near' | 'past';
      /** `YYYY-MM-DD`, the last day, in the airport's time zone. */
      readonly day: string;
      /** 0 on the last day, negative after it. */
      readonly daysLeft: number;
      /** Both laws' where it is not known which applies. */
      readonly sources: readonly LegalSource[];
    }
  | {
      /** Runs only from the day the passenger gets the bag. */
      readonly name: 'delay-notice';
      readonly state: 'not-started';
      readonly periodDays: number;
      readonly sources: readonly LegalSource[];
    };

/** The days deadlines run from: calendar days at the airport. */
export interface BaggageFacts {
  readonly type: ClaimType;
  readonly carriage: Carriage;
  /** The day the bag came, or should have come. */
  readonly arrivalDay: string;
  readonly receivedDay?: string | undefined;
}
