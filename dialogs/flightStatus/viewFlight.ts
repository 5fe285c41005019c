import { nameAirline, nameCity } from '../../locales/places/index.js';
import {
  getDelays,
  getLandingAirport,
  getStateFamily,
  listLocalTimes,
  toLocalMoment,
  type LocalTimes,
} from '../../services/flights/derive.js';
import { parseDesignator } from '../../services/flights/designator.js';
import { FLIGHT_REASONS } from '../../services/flights/flight.js';
import type { Flight, FlightSource, FlightStatus } from '../../services/flights/port.js';
import type { Fact, Facts } from '../cards/factsCard.js';
import type { Voice } from '../form/voice.js';
import { showDay } from '../form/fields/showDay.js';
import type { DayChoice } from './lookUp.js';
import { showAirport, showMoment } from './showMoment.js';

export interface FlightShown {
  readonly flight: Flight;
  /** The number the passenger calls it by, where they named one. */
  readonly asked?: string | undefined;
  readonly chosen: DayChoice;
  readonly source: FlightSource;
}

/** Minutes from which a delay is worth a word beside the status. */
const NOTABLE_DELAY = 15;

/** All that the source knows of a flight, and nothing else. */
export function viewFlight(shown: FlightShown, voice: Voice): Facts {
  const { flight } = shown;
  const asked = shown.asked ?? flight.flight;
  const title = voice.say('flight:title', {
    flight: asked,
    origin: showAirport(flight.origin, voice),
    destination: showAirport(flight.destination, voice),
  });
  return {
    title,
    headline: showHeadline(flight, voice),
    mood: chooseMood(flight),
    notes: listNotes(shown, voice),
    sections: [
      {
        heading: voice.say('flight:departure', { airport: showAirport(flight.origin, voice) }),
        facts: listDeparture(flight, voice),
      },
      {
        heading: voice.say('flight:arrival', { airport: showAirport(flight.destination, voice) }),
        facts: listArrival(flight, voice),
      },
      ...listOthers(flight, asked, voice),
    ].filter(({ facts }) => facts.length > 0),
    footnotes: listFootnotes(shown, voice),
  };
}

/** The status in words, with the delay that matters now. */
function showHeadline(flight: Flight, voice: Voice): string {
  const status = voice.say(`flight:status.${nameStatus(flight)}`);
  const minutes = getNotableDelay(flight);
  if (minutes === null) return status;
  const delay = showDelay(minutes, voice);
  return flight.status === 'delayed' && nameStatus(flight) === 'delayed'
    ? voice.say('flight:delayedBy', { status, minutes })
    : voice.say('flight:statusWithDelay', { status, delay });
}

export function nameStatus(flight: Flight): FlightStatus {
  if (flight.status !== 'delayed') return flight.status;
  const family = getStateFamily(flight);
  if (family === 'landed') return 'landed';
  return family === 'in-the-air' ? 'departed' : 'delayed';
}

/** The delay at what comes next, or was last: 15 minutes or more, early ones negative; null otherwise. */
export function getNotableDelay(flight: Flight): number | null {
  const { departure, arrival } = getDelays(flight);
  const family = getStateFamily(flight);
  if (family === 'disrupted') return null;
  const isOff = family === 'in-the-air' || family === 'landed';
  const minutes = isOff ? (arrival ?? departure) : departure;
  return minutes !== null && Math.abs(minutes) >= NOTABLE_DELAY ? minutes : null;
}

function chooseMood(flight: Flight): Facts['mood'] {
  if (getStateFamily(flight) === 'disrupted') return 'attention';
  if (flight.status === 'unknown' || flight.status === 'delayed') return 'warning';
  return (getNotableDelay(flight) ?? 0) > 0 ? 'warning' : 'good';
}

function showDelay(minutes: number, { say }: Voice): string {
  if (minutes === 0) return say('flight:onTime');
  return minutes > 0 ? say('flight:late', { minutes }) : say('flight:early', { minutes: -minutes });
}

function listNotes({ flight, chosen }: FlightShown, { say, language }: Voice): string[] {
  const day = showDay(flight.date, language);
  const city = nameCity(flight.origin, language);
  return [
    ...(chosen === 'today' ? [say('flight:notes.today', { day, city })] : []),
    ...(chosen === 'nearest' ? [say('flight:notes.nearest', { day, city })] : []),
    ...(flight.hint === 'may-be-cancelled' ? [say('flight:notes.mayBeCancelled')] : []),
    ...(flight.status === 'diverted' && flight.divertedTo === null
      ? [say('flight:notes.divertedUnknown')]
      : []),
  ];
}

function listDeparture(flight: Flight, voice: Voice): Fact[] {
  const isOn = flight.status !== 'cancelled';
  const { departure } = listLocalTimes(flight);
  return [
    ...listTimes(departure, getDelays(flight).departure, voice, isOn),
    ...listFacts(voice, [
      ['terminal', flight.terminal],
      ['checkIn', isOn ? flight.checkInDesks : null],
      ['gate', isOn ? flight.gate : null],
    ]),
  ];
}

function listArrival(flight: Flight, voice: Voice): Fact[] {
  const { arrival } = listLocalTimes(flight);
  const { scheduled } = arrival;
  const landing = getLandingAirport(flight);
  const isOn = flight.status !== 'cancelled';
  if (flight.status === 'diverted' || flight.status === 'returned') {
    const hasLanded = flight.actualArrival !== null;
    const isKnown = landing !== flight.destination;
    const elsewhere = { scheduled: null, estimated: arrival.estimated, actual: arrival.actual };
    return [
      ...listTimes({ scheduled, estimated: null, actual: null }, null, voice, true),
      ...(isKnown
        ? listFacts(voice, [[hasLanded ? 'landedAt' : 'landsAt', showAirport(landing, voice)]])
        : []),
      ...(isKnown ? listTimes(elsewhere, null, voice, true) : []),
    ];
  }
  return [
    ...listTimes(arrival, getDelays(flight).arrival, voice, isOn),
    ...listFacts(voice, [
      ['terminal', flight.arrivalTerminal],
      ['gate', isOn ? flight.arrivalGate : null],
      ['belt', isOn ? flight.belt : null],
    ]),
  ];
}

function listTimes(times: LocalTimes, delay: number | null, voice: Voice, isOn: boolean): Fact[] {
  const { scheduled, actual } = times;
  const estimated = actual === null ? times.estimated : null;
  const late = delay === null ? '' : voice.say('flight:aside', { words: showDelay(delay, voice) });
  return listFacts(voice, [
    ['scheduled', scheduled && showMoment(scheduled, voice)],
    ['estimated', isOn && estimated ? showMoment(estimated, voice) + late : null],
    ['actual', isOn && actual ? showMoment(actual, voice) + late : null],
  ]);
}

type Label =
  | 'scheduled'
  | 'estimated'
  | 'actual'
  | 'terminal'
  | 'checkIn'
  | 'gate'
  | 'belt'
  | 'landsAt'
  | 'landedAt'
  | 'reason'
  | 'operatedBy'
  | 'flownAs'
  | 'codeshares';

function listFacts({ say }: Voice, facts: readonly (readonly [Label, string | null])[]): Fact[] {
  return facts.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label: say(`flight:facts.${label}`), value }],
  );
}

function listOthers(flight: Flight, asked: string, voice: Voice): Facts['sections'][number][] {
  const { language } = voice;
  const isCodeshare = asked !== flight.flight;
  const operator =
    flight.operatedBy ?? (isCodeshare ? (parseDesignator(flight.flight)?.airline ?? null) : null);
  const others = flight.codeshares.filter((each) => each !== asked);
  const facts = listFacts(voice, [
    ['reason', flight.reason === null ? null : showReason(flight.reason, voice)],
    ['operatedBy', operator === null ? null : nameAirline(operator, language)],
    ['flownAs', isCodeshare ? flight.flight : null],
    ['codeshares', others.join(', ')],
  ]);
  return facts.length === 0 ? [] : [{ facts }];
}

/** In our words where it is one we know, else in the source's. */
function showReason(reason: string, { say }: Voice): string {
  const known = FLIGHT_REASONS.find((each) => each === reason);
  return known === undefined ? reason : say(`flight:reasons.${known}`);
}

function listFootnotes({ flight, source }: FlightShown, voice: Voice): string[] {
  const { say, language } = voice;
  const city = nameCity(flight.origin, language);
  const show = (moment: string): string =>
    say('flight:inCity', {
      moment: showMoment({ ...toLocalMoment(moment, flight.origin, flight.date), plusDays: 0 }, voice),
      city,
    });
  const name = say(`flight:sources.${nameSource(source.name)}`);
  return [
    flight.updated === null
      ? say('flight:updatedUnknown', { source: name })
      : say('flight:updated', { moment: show(flight.updated), source: name }),
    ...(source.staleSince === null
      ? []
      : [say('flight:stale', { moment: show(source.staleSince.toISOString()) })]),
    ...(source.demo ? [say('flight:demo')] : []),
  ];
}

function nameSource(name: string): 'demo' | 'file' | 'aeroapi' | 'other' {
  return name === 'demo' || name === 'file' || name === 'aeroapi' ? name : 'other';
}
