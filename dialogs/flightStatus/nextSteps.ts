import { getStateFamily } from '../../services/flights/derive.js';
import type { Flight, FlightStatus } from '../../services/flights/port.js';
import type { Language } from '../../locales/language.js';
import type { Desk } from '../desk.js';
import { offerPerson, offerRoute } from '../leads.js';
import type { Offer } from '../offer.js';
import { getNotableDelay } from './viewFlight.js';

/** What passengers of a flight in this state ask next, as buttons; topics the editors do not have are left out. */
export function listNextSteps(
  flight: Flight,
  language: Language,
  desk: Pick<Desk, 'translate' | 'answers'>,
): Offer[] {
  const topics = chooseTopics(flight).flatMap((topic) => offerRoute(`faq:${topic}`, language, desk) ?? []);
  const family = getStateFamily(flight);
  const needsPerson = family === 'disrupted' || family === 'unknown';
  return needsPerson ? [...topics, offerPerson(desk.translate, language)] : topics;
}

const DELAYED = [
  'disruption.delay-what-to-do',
  'disruption.delay-meals-hotel',
  'disruption.delay-compensation',
];

/** Where the status alone decides. */
const BY_STATUS: Partial<Record<FlightStatus, readonly string[]>> = {
  cancelled: ['disruption.cancelled', 'change.involuntary', 'disruption.delay-meals-hotel'],
  diverted: ['disruption.diverted', 'disruption.missed-connection', 'disruption.delay-meals-hotel'],
  returned: ['disruption.delay-what-to-do', 'change.involuntary', 'disruption.delay-meals-hotel'],
  unknown: ['flight-status.check'],
};
const LANDED = ['flight-status.gate-terminal-belt', 'baggage-claim.bag-did-not-arrive'];
const LATE_IN_THE_AIR = ['disruption.missed-connection', 'disruption.delay-compensation'];

function chooseTopics(flight: Flight): readonly string[] {
  const known = BY_STATUS[flight.status];
  if (known !== undefined) return flight.hint === null ? known : [...known, 'disruption.cancelled'];
  const isLate = (getNotableDelay(flight) ?? 0) > 0;
  const family = getStateFamily(flight);
  if (family === 'landed') return isLate ? [...LANDED, 'disruption.delay-compensation'] : LANDED;
  if (family === 'in-the-air') return isLate ? LATE_IN_THE_AIR : [];
  return isLate || flight.status === 'delayed' ? DELAYED : [];
}
