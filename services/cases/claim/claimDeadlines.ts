import { getLocalDay } from '../../calendar.js';
import { chooseZone, getMoment } from '../airportDays.js';
import {
  computeBaggageDeadlines,
  getFirstNearDay,
  type BaggageDeadline,
  type BaggageFacts,
  type BaggageRules,
} from './baggageDeadlines.js';
import type { Claim } from './claim.js';
import type { ClaimInput } from './claimDetails.js';

export interface ClaimRules {
  readonly baggage: BaggageRules;
  /** IANA zone for airports that are not known. */
  readonly timeZone: string;
}

const REMINDER_HOUR = 9;

type Facts = Pick<ClaimInput, 'type' | 'date' | 'station' | 'carriage' | 'arrivalDay' | 'receivedDay'>;

/** The deadlines of a claim, filed or not, as of `now` where the bag should be. */
export function assessClaimDeadlines(details: Facts, rules: ClaimRules, now: Date): BaggageDeadline[] {
  const facts: BaggageFacts = {
    type: details.type,
    carriage: details.carriage ?? 'unknown',
    arrivalDay: details.arrivalDay ?? details.date,
    receivedDay: details.receivedDay,
  };
  const zone = chooseZone(details.station, rules.timeZone);
  return computeBaggageDeadlines(facts, rules.baggage, getLocalDay(now, zone));
}

export interface Reminder {
  readonly name: BaggageDeadline['name'];
  /** The last day. */
  readonly day: string;
  readonly at: Date;
}

/**
 * The reminders still to come for a filed claim: in the morning of the first day on which a deadline is near.
 * One that was near already at filing was shown then.
 */
export function listReminders(claim: Claim, rules: ClaimRules, now: Date): Reminder[] {
  const zone = chooseZone(claim.details.station, rules.timeZone);
  const details = { ...claim.details, receivedDay: claim.receivedDay };
  return assessClaimDeadlines(details, rules, now).flatMap((deadline) => {
    if (deadline.state === 'not-started' || deadline.state === 'past') return [];
    const at = getMoment(getFirstNearDay(deadline.day), REMINDER_HOUR, zone);
    const isToCome = at.toISOString() > claim.filedAt && !claim.remindedOf.includes(deadline.name);
    return isToCome ? [{ name: deadline.name, day: deadline.day, at }] : [];
  });
}
