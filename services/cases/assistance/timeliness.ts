import { chooseZone, getMoment } from '../airportDays.js';
import type { Timeliness } from './assistance.js';
import { ASSISTANCE_NEEDS, type NoticeKind } from './assistanceCodes.js';
import type { AssistanceInput } from './assistanceDetails.js';

/** From `policy.yaml`, in hours. */
export interface AssistanceRules {
  /** How long before departure each kind of need must be asked for. */
  readonly noticeHours: Readonly<
    Record<NoticeKind, { readonly domestic: number; readonly international: number }>
  >;
  /** How long the airline takes to answer. */
  readonly answerHours: number;
  /** IANA zone for airports that are not known. */
  readonly timeZone: string;
}

type Facts = Pick<AssistanceInput, 'needs' | 'date' | 'departure' | 'origin' | 'international'>;

/** The strictest notice of all needs; where it is not known whether the flight leaves the country, the longer one. */
export function assessTimeliness(facts: Facts, rules: AssistanceRules, now: Date): Timeliness {
  const hours = facts.needs.map((need) => {
    const { domestic, international } = rules.noticeHours[ASSISTANCE_NEEDS[need].notice];
    if (facts.international === undefined) return Math.max(domestic, international);
    return facts.international ? international : domestic;
  });
  const noticeHours = Math.max(0, ...hours);
  const due = new Date(findDeparture(facts, rules).getTime() - noticeHours * 3_600_000);
  return { inTime: now <= due, due: due.toISOString(), noticeHours };
}

function findDeparture({ departure, date, origin }: Facts, { timeZone }: AssistanceRules): Date {
  return departure === undefined ? getMoment(date, 0, chooseZone(origin, timeZone)) : new Date(departure);
}
