import { nameAirport } from '../../locales/places/index.js';
import type { FlightChange } from '../../services/flights/changes.js';
import { getLandingAirport, toLocalMoment } from '../../services/flights/derive.js';
import type { FlightNotice } from '../../services/flights/flightWatch.js';
import type { Flight, Flights } from '../../services/flights/port.js';
import type { Language } from '../../locales/language.js';
import type { Desk } from '../desk.js';
import { createVoice, type Voice } from '../form/voice.js';
import { showDay } from '../form/fields/showDay.js';
import type { Reply } from '../reply.js';
import { listNextSteps } from './nextSteps.js';
import { showAirport, showMoment } from './showMoment.js';
import { nameStatus } from './viewFlight.js';
import { offerStop } from './watchOffers.js';

/** What a passenger reads when a flight they watch has changed: what it was, what it is now. */
export function describeFlightNotice(
  { watch, flight, changes }: FlightNotice,
  desk: Pick<Desk, 'translate' | 'answers'>,
  source: Flights['source'],
  language: Language,
): Reply {
  const voice = createVoice(desk.translate, language);
  const { say } = voice;
  const lines = changes.map((change) => `- ${describeChange(change, flight, voice)}`);
  const head = say('flight:notice.changed', {
    flight: watch.asked,
    day: showDay(flight.date, language),
    origin: nameAirport(flight.origin, language),
    destination: nameAirport(flight.destination, language),
  });
  const parts = [head, lines.join('\n'), ...(source.demo ? [`*${say('flight:demo')}*`] : [])];
  return {
    text: parts.join('\n\n'),
    offers: [...listNextSteps(flight, language, desk), offerStop(watch.id, watch.asked, voice)],
    trace: { route: 'dialog:flight-status' },
  };
}

function describeChange(change: FlightChange, flight: Flight, voice: Voice): string {
  const { say } = voice;
  switch (change.what) {
    case 'status':
      return say('flight:notice.status', { to: say(`flight:status.${nameStatus(flight)}`) });
    case 'may-be-cancelled':
      return say('flight:notes.mayBeCancelled');
    case 'diverted-to':
      return say('flight:notice.divertedTo', { to: showAirport(change.to, voice) });
    case 'departure':
    case 'arrival':
      return describeTime(change, flight, voice);
    case 'terminal':
    case 'gate':
    case 'checkInDesks':
    case 'arrivalTerminal':
    case 'arrivalGate':
    case 'belt': {
      const label = say(`flight:notice.places.${change.what}`);
      return change.from === null
        ? say('flight:notice.known', { label, to: change.to })
        : say('flight:notice.moved', { label, from: change.from, to: change.to });
    }
  }
}

function describeTime(
  { what, from, to }: Extract<FlightChange, { what: 'departure' | 'arrival' }>,
  flight: Flight,
  voice: Voice,
): string {
  const airport = what === 'departure' ? flight.origin : getLandingAirport(flight);
  const isActual = to === (what === 'departure' ? flight.actualDeparture : flight.actualArrival);
  const label = voice.say(`flight:notice.times.${what}${isActual ? 'Actual' : ''}`);
  const show = (moment: string): string => showMoment(toLocalMoment(moment, airport, flight.date), voice);
  if (from === null) return voice.say('flight:notice.known', { label, to: show(to) });
  return voice.say('flight:notice.moved', { label, from: show(from), to: show(to) });
}
