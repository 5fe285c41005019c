import type { Field } from '../definition.js';
import { describeField, type FieldOptions } from './fieldWords.js';

const WORDS = {
  label: 'form:fields.flight.label',
  names: 'form:fields.flight.names',
  help: 'form:fields.flight.help',
} as const;

/** A flight number; its value is the IATA designator (`CA1501`). */
export function createFlightField(options: FieldOptions): Field<string> {
  return {
    ...describeField(options, WORDS),
    read({ entities }, { voice }) {
      const flights = entities.flights ?? [];
      const [first, ...others] = [...new Set(flights.map(({ flight }) => flight))];
      if (first === undefined) return { kind: 'rejected', problem: voice.say('form:fields.flight.problem') };
      if (others.length > 0) return { kind: 'ambiguous', values: [first, ...others] };
      return { kind: 'filled', value: first, used: flights[0]?.text ?? '' };
    },
    prefill({ entities }) {
      const flights = new Set((entities.flights ?? []).map(({ flight }) => flight));
      return flights.size === 1 ? [...flights][0] : undefined;
    },
    show: (value) => value,
  };
}
