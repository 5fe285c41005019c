import type { PlaceEntity } from '../../../faq/understanding/entities.js';
import { listAirportsOfCity, nameAirport } from '../../../locales/places/index.js';
import type { Field } from '../definition.js';
import { describeField, type FieldOptions } from './fieldWords.js';

export interface AirportOptions extends FieldOptions {
  /** The end of a journey this is, where passengers speak of both. */
  readonly role: 'origin' | 'destination';
}

const WORDS = {
  label: 'form:fields.airport.label',
  names: 'form:fields.airport.names',
  help: 'form:fields.airport.help',
} as const;

/** An airport, by name, city or code; its value is the IATA code. A city with several is asked back. */
export function createAirportField(options: AirportOptions): Field<string> {
  return {
    ...describeField(options, WORDS),
    read({ entities, text }, { voice }) {
      const places = entities.places ?? [];
      const place = places.find(({ role }) => role === options.role) ?? places[0];
      const [first, ...others] = place === undefined ? readCode(text) : listCodes(place);
      if (first === undefined) return { kind: 'rejected', problem: voice.say('form:fields.airport.problem') };
      if (others.length > 0) return { kind: 'ambiguous', values: [first, ...others] };
      return { kind: 'filled', value: first, used: place?.text ?? text };
    },
    prefill({ entities }) {
      const meant = (entities.places ?? []).filter(({ role }) => role === options.role);
      const codes = meant.length === 1 ? meant.flatMap(listCodes) : [];
      return codes.length === 1 ? codes[0] : undefined;
    },
    show: (value, { language }) => {
      const name = nameAirport(value, language);
      if (name === value) return value;
      return language === 'en' ? `${name} (${value})` : `${name}\uff08${value}\uff09`;
    },
  };
}

function listCodes({ kind, code }: PlaceEntity): string[] {
  if (kind === 'airport') return [code];
  const airports = listAirportsOfCity(code).map((airport) => airport.code);
  return airports.length > 0 ? airports : [code];
}

/** Small airports are known by their code alone. */
function readCode(text: string): string[] {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) && text.trim() === code ? [code] : [];
}
