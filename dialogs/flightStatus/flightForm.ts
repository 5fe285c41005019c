import type { Flight } from '../../services/flights/port.js';
import { nameCity } from '../../locales/places/index.js';
import type { Voice } from '../form/voice.js';
import type { FormDefinition, Slots, Submission, SubmitContext } from '../form/definition.js';
import type { FlightDesk } from './flightDesk.js';
import { FLIGHT_FIELDS } from './flightFields.js';
import { nameAsAsked, offerOptions, readQuery, type FlightOption, type FlightQuery } from './flightQuery.js';
import { lookUp, type LookUp } from './lookUp.js';
import { offerPerson } from '../leads.js';
import { answerFlight } from './answerFlight.js';
import { describeTrouble } from './describeTrouble.js';
import { showDay } from '../form/fields/showDay.js';
import { showPlace } from './showMoment.js';

/** As many flights as are easily chosen from. */
const MOST_OPTIONS = 10;

/** Says how a flight stands: by its number or its route, today unless another day was said. */
export function createFlightForm(desk: FlightDesk): FormDefinition {
  return {
    name: 'flight-status',
    fields: FLIGHT_FIELDS,
    begin: () => '',
    async submit(slots, context) {
      const query = readQuery(slots);
      const found = await lookUp(desk.flights, query, {
        now: context.now,
        timeZone: desk.timeZone,
        language: context.voice.language,
      });
      return conclude(desk, query, found, slots, context);
    },
  };
}

function conclude(
  desk: FlightDesk,
  query: FlightQuery,
  found: LookUp,
  slots: Slots,
  context: SubmitContext,
): Promise<Submission> | Submission {
  const { voice } = context;
  switch (found.kind) {
    case 'found':
      return answerFlight(desk, { ...found, asked: query.flight }, context);
    case 'several': {
      const nearest = chooseNearest(found.flights, context.now);
      const offered = offerOptions(
        slots,
        nearest.map((flight) => toOption(flight, query.flight)),
      );
      return {
        kind: 'more',
        slots: { offered, pick: null },
        text: describeSeveral(found, query, nearest.length, voice),
      };
    }
    case 'which-day':
      return { kind: 'more', slots: { date: null, days: [...found.days] } };
    case 'none':
      return query.flight === undefined
        ? { kind: 'done', replies: [describeNoRoute(desk, query, found.date, context)] }
        : {
            kind: 'more',
            slots: { flight: null, pick: null },
            text: describeNoFlight(desk, query.flight, found.date, voice),
          };
    case 'unreachable':
    case 'out-of-range':
      return { kind: 'done', replies: [describeTrouble(desk, query, found, context.voice)] };
  }
}

function describeSeveral(
  { flights, why, chosen }: Extract<LookUp, { kind: 'several' }>,
  { flight = '' }: FlightQuery,
  shown: number,
  { language, say }: Voice,
): string {
  const count = flights.length;
  const found =
    shown < count
      ? say('flight:several.many', { count, shown })
      : say(`flight:several.${why}`, { flight, count });
  const [first] = flights;
  if (chosen === 'said' || first === undefined) return found;
  const values = { day: showDay(first.date, language), city: nameCity(first.origin, language) };
  return `${found}\n\n${say(`flight:several.${chosen}`, values)}`;
}

function describeNoFlight(
  { flights }: FlightDesk,
  flight: string,
  date: string,
  { language, say }: Voice,
): string {
  const text = say('flight:none.flight', { flight, day: showDay(date, language) });
  return flights.source.demo ? `${text}\n\n${say('flight:none.demo')}` : text;
}

function describeNoRoute(
  desk: FlightDesk,
  { origin, destination }: FlightQuery,
  date: string,
  { voice }: SubmitContext,
) {
  const text = voice.say('flight:none.route', {
    origin: origin ? showPlace(origin, voice) : '',
    destination: destination ? showPlace(destination, voice) : '',
    day: showDay(date, voice.language),
  });
  return {
    text,
    offers: [
      { words: voice.say('desk:routes.flight-status'), lead: 'dialog:flight-status' as const },
      offerPerson(desk.translate, voice.language),
    ],
  };
}

/** Those about now where there are too many to choose from. */
function chooseNearest(flights: readonly Flight[], now: Date): readonly Flight[] {
  if (flights.length <= MOST_OPTIONS) return flights;
  const distance = ({ scheduledDeparture }: Flight): number =>
    scheduledDeparture === null ? Infinity : Math.abs(Date.parse(scheduledDeparture) - now.getTime());
  const nearest = [...flights].sort((one, other) => distance(one) - distance(other)).slice(0, MOST_OPTIONS);
  return flights.filter((flight) => nearest.includes(flight));
}

/** Under the number the passenger knows it by. */
function toOption(flight: Flight, asked: string | undefined): FlightOption {
  const { date, origin, destination, scheduledDeparture } = flight;
  return { flight: nameAsAsked(flight, asked), date, origin, destination, departure: scheduledDeparture };
}
