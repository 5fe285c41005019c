import { DateTime } from 'luxon';
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
type LegalSource =
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

const NEAR_DAYS = 3;

/** The deadlines that apply, those that run first, each by its last day. `today` is the airport's calendar day. */
export function computeBaggageDeadlines(
  facts: BaggageFacts,
  rules: BaggageRules,
  today: string,
): BaggageDeadline[] {
  return listPeriods(facts, rules)
    .map((period) => judgePeriod(period, facts, rules, today))
    .sort((a, b) => compareDays(a, b));
}

interface Period {
  readonly name: DeadlineName;
  /** Undefined: not begun. */
  readonly from: string | undefined;
  readonly length: { days: number } | { years: number };
}

function listPeriods({ type, arrivalDay, receivedDay }: BaggageFacts, rules: BaggageRules): Period[] {
  const suit: Period = { name: 'suit', from: arrivalDay, length: { years: rules.suitYears } };
  const lost: Period = { name: 'lost', from: arrivalDay, length: { days: rules.lostAfterDays } };
  switch (type) {
    case 'damaged':
    case 'missing-contents':
      return [
        { name: 'damage-notice', from: receivedDay ?? arrivalDay, length: { days: rules.damageNoticeDays } },
        suit,
      ];
    case 'delayed': {
      const notice: Period = {
        name: 'delay-notice',
        from: receivedDay,
        length: { days: rules.delayNoticeDays },
      };
      // A bag that came is not waited for.
      return receivedDay === undefined ? [lost, suit, notice] : [notice, suit];
    }
    case 'lost':
      return [lost, suit];
  }
}

function judgePeriod(
  { name, from, length }: Period,
  facts: BaggageFacts,
  rules: BaggageRules,
  today: string,
): BaggageDeadline {
  const sources = listSources(name, facts, rules);
  if (from === undefined) {
    return { name: 'delay-notice', state: 'not-started', periodDays: rules.delayNoticeDays, sources };
  }
  const last = readDay(from).plus(length);
  const daysLeft = last.diff(readDay(today), 'days').days;
  const state = daysLeft < 0 ? 'past' : daysLeft <= NEAR_DAYS ? 'near' : 'open';
  return { name, state, day: last.toFormat('yyyy-MM-dd'), daysLeft, sources };
}

/** The first day on which a deadline is near. */
export function getFirstNearDay(lastDay: string): string {
  return readDay(lastDay).minus({ days: NEAR_DAYS }).toFormat('yyyy-MM-dd');
}

const CONVENTION: Readonly<Record<DeadlineName, LegalSource>> = {
  'damage-notice': 'montreal-31-2',
  'delay-notice': 'montreal-31-2',
  lost: 'montreal-17-3',
  suit: 'montreal-35',
};
// Chinese law itself has no day from which a bag is lost: that comes from the airline's conditions.
const CHINA: Readonly<Record<DeadlineName, LegalSource>> = {
  'damage-notice': 'civil-aviation-law-142',
  'delay-notice': 'civil-aviation-law-142',
  lost: 'conditions-of-carriage',
  suit: 'civil-aviation-law-143',
};
const CHINA_BEFORE: Readonly<Record<DeadlineName, LegalSource>> = {
  'damage-notice': 'civil-aviation-law-2021-134',
  'delay-notice': 'civil-aviation-law-2021-134',
  lost: 'conditions-of-carriage',
  suit: 'civil-aviation-law-2021-135',
};

function listSources(name: DeadlineName, facts: BaggageFacts, rules: BaggageRules): LegalSource[] {
  const china = facts.arrivalDay >= rules.civilAviationLawFrom ? CHINA : CHINA_BEFORE;
  switch (facts.carriage) {
    case 'international':
      return [CONVENTION[name]];
    case 'domestic-china':
      return [china[name]];
    case 'unknown':
      return [CONVENTION[name], china[name]];
  }
}

function compareDays(a: BaggageDeadline, b: BaggageDeadline): number {
  const dayOf = (deadline: BaggageDeadline): string =>
    deadline.state === 'not-started' ? '9999' : deadline.day;
  return dayOf(a).localeCompare(dayOf(b));
}

// Calendar days have no zone; UTC keeps them free of summer time.
function readDay(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
