import type { PlaceEntity } from '../../faq/understanding/entities.js';
import { nameAirport, nameCity } from '../../locales/places/index.js';
import { LANGUAGES } from '../../locales/language.js';
import { toLocalMoment } from '../../services/flights/derive.js';
import { matchChoices } from '../form/choices.js';
import type { Choice, Field, FormContext, FormInput, Slots } from '../form/definition.js';
import { createFlightField } from '../form/fields/flightField.js';
import { describeField } from '../form/fields/fieldWords.js';
import { showDay } from '../form/fields/showDay.js';
import { listOptions, type FlightOption, type SaidDay, type SaidPlace } from './flightQuery.js';
import { showOption, showPlace } from './showMoment.js';

/** What may be told of a flight. Its number, or both ends of its route, is enough; the rest chooses among several. */
export const FLIGHT_FIELDS: readonly Field[] = [
  createNumberField(),
  createPlaceField('origin'),
  createPlaceField('destination'),
  createDayField(),
  createPickField(),
];

function createNumberField(): Field<string> {
  const field = createFlightField({ name: 'flight', ask: 'flight:ask.flight', help: 'flight:help.flight' });
  return {
    ...field,
    unasked: hasRoute,
    read(input, context, slots) {
      const reading = field.read(input, context, slots);
      const problem = context.voice.say('flight:problem.flight');
      return reading.kind === 'rejected' ? { kind: 'rejected', problem } : reading;
    },
  };
}

function hasRoute({ origin, destination }: Slots): boolean {
  return origin !== undefined || destination !== undefined;
}

function createPlaceField(role: 'origin' | 'destination'): Field<SaidPlace> {
  return {
    ...describeField(
      { name: role, ask: `flight:ask.${role}` },
      { label: `flight:labels.${role}`, names: `flight:names.${role}`, help: `flight:help.${role}` },
    ),
    unasked: ({ flight }) => flight !== undefined,
    read({ entities }, { voice }) {
      const places = entities.places ?? [];
      const place = places.find((each) => each.role === role) ?? places.find((each) => !each.role);
      if (place === undefined) return { kind: 'rejected', problem: voice.say('flight:problem.place') };
      return { kind: 'filled', value: toPlace(place), used: place.text };
    },
    prefill: (input, _context, slots) => findPlace(role, input, slots),
    show: showPlace,
  };
}

/**
 * The place the words make one end of the journey. Two without such words are its start and its end; one alone is
 * where the flight goes, as people name flights.
 */
function findPlace(role: 'origin' | 'destination', input: FormInput, slots: Slots): SaidPlace | undefined {
  const places = input.entities.places ?? [];
  const named = places.filter((place) => place.role === role);
  if (named.length > 0) return named.length === 1 && named[0] ? toPlace(named[0]) : undefined;
  const plain = places.filter((place) => place.role === undefined);
  if (
    plain.length !== places.length ||
    slots['flight'] !== undefined ||
    (input.entities.flights ?? []).length > 0
  )
    return undefined;
  const [first, second, third] = plain;
  if (first && second && third === undefined) return toPlace(role === 'origin' ? first : second);
  return first && second === undefined && role === 'destination' && !hasRoute(slots)
    ? toPlace(first)
    : undefined;
}

function toPlace({ code, kind }: PlaceEntity): SaidPlace {
  return { code, kind };
}

/** Asked only where the words can mean several days. */
function createDayField(): Field<SaidDay> {
  const listDays = ({ days }: Slots, { voice }: FormContext): Choice[] =>
    (Array.isArray(days) ? (days as string[]) : []).map((day) => ({
      value: { words: day, days: [day] },
      label: showDay(day, voice.language),
    }));
  return {
    ...describeField(
      { name: 'date', ask: 'flight:ask.date' },
      {
        label: 'form:fields.date.label',
        names: 'form:fields.date.names',
        help: 'form:fields.date.help',
      },
    ),
    unasked: ({ days }) => days === undefined,
    ask: (slots, context) => ({
      text: context.voice.say('flight:ask.date'),
      choices: listDays(slots, context),
    }),
    read(input, context, slots) {
      const [chosen, ...others] = matchChoices(input.text, listDays(slots, context), context.lexicon);
      if (chosen && others.length === 0) {
        return { kind: 'filled', value: chosen.value as SaidDay, used: input.text };
      }
      const value = readSaidDay(input);
      return value === undefined
        ? { kind: 'rejected', problem: context.voice.say('form:fields.date.problem') }
        : { kind: 'filled', value, used: value.words };
    },
    prefill(input, _context, { date }) {
      const value = readSaidDay(input);
      const before = (date as SaidDay | undefined)?.days.join();
      return value?.days.join() === before ? (date as SaidDay | undefined) : value;
    },
    show: ({ days }, { language, say }) =>
      days.map((day) => showDay(day, language)).join(say('flight:orDay')),
  };
}

function readSaidDay({ entities }: FormInput): SaidDay | undefined {
  const dates = entities.dates ?? [];
  const days = [...new Set(dates.flatMap((entity) => entity.dates))];
  const [first] = dates;
  return first && { words: dates.length === 1 ? first.text : '', days };
}

/** One of several flights that were found. */
function createPickField(): Field<FlightOption> {
  const list = (slots: Slots, { voice }: FormContext): Choice[] =>
    listOptions(slots).map((option) => ({
      value: option,
      label: showOption(option, voice),
      synonyms: listSynonyms(option).join('|'),
    }));
  return {
    ...describeField(
      { name: 'pick', ask: 'flight:ask.pick' },
      { label: 'flight:labels.pick', names: 'flight:names.pick', help: 'flight:help.pick' },
    ),
    appliesTo: (slots) => listOptions(slots).length > 0,
    ask: (slots, context) => ({
      text: context.voice.say('flight:ask.pick'),
      choices: list(slots, context),
    }),
    read(input, context, slots) {
      const chosen = matchChoices(input.text, list(slots, context), context.lexicon);
      // What fits none of them asks for something else.
      const values = chosen.map(({ value }) => value as FlightOption).filter((option) => fits(option, input));
      const [first, ...others] = values;
      if (first === undefined) return { kind: 'rejected', problem: context.voice.say('form:noChoice') };
      if (others.length > 0) return { kind: 'ambiguous', values: [first, ...others] };
      return { kind: 'filled', value: first, used: input.text };
    },
    show: showOption,
  };
}

function listSynonyms({ flight, origin, destination, date, departure }: FlightOption): string[] {
  const names = LANGUAGES.flatMap((language) =>
    [origin, destination].flatMap((code) => [nameAirport(code, language), nameCity(code, language)]),
  );
  const time = departure === null ? [] : [toLocalMoment(departure, origin, date).time];
  return [...time, ...time.map((each) => each.replace(/^0/, '')), flight, origin, destination, ...names];
}

/** "From Wuhan" is the one that leaves there, though the other one goes there. */
function fits({ flight, date, origin, destination }: FlightOption, { entities }: FormInput): boolean {
  const { flights = [], dates = [] } = entities;
  if (flights.some((named) => named.flight !== flight)) return false;
  if (dates.some(({ dates: days }) => !days.includes(date))) return false;
  return (entities.places ?? []).every(({ role, code }) => {
    if (role === undefined) return true;
    const airport = role === 'origin' ? origin : destination;
    return airport === code || nameCity(airport, 'en') === nameCity(code, 'en');
  });
}
