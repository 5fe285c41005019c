import type { Field } from '../form/definition.js';
import { describeField } from '../form/fields/fieldWords.js';

/** What the complaint is about: a flight by its number, or a booking by its reference or ticket number. */
export type Trip = { flight?: string; booking?: string };

const WORDS = {
  label: 'complaint:trip.label',
  names: 'complaint:trip.names',
  help: 'complaint:trip.help',
} as const;
const TICKET = /(?<!\d)\d{3}[ -]?\d{10}(?!\d)/;
const REFERENCE = /(?<![A-Za-z0-9])(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{6}(?![A-Za-z0-9])/g;

export function createTripField(): Field<Trip> {
  return {
    ...describeField({ name: 'trip', ask: 'complaint:trip.ask', optional: true }, WORDS),
    read({ entities, text }, { voice }) {
      const flights = [...new Set((entities.flights ?? []).map(({ flight }) => flight))];
      const [flight, ...others] = flights;
      if (others.length > 0) return { kind: 'ambiguous', values: flights.map((each) => ({ flight: each })) };
      if (flight !== undefined)
        return { kind: 'filled', value: { flight }, used: entities.flights?.[0]?.text ?? '' };
      const booking = findBooking(text);
      return booking === undefined
        ? { kind: 'rejected', problem: voice.say('complaint:trip.problem') }
        : { kind: 'filled', value: { booking } };
    },
    prefill({ entities }) {
      const flights = new Set((entities.flights ?? []).map(({ flight }) => flight));
      const [flight] = flights;
      return flight !== undefined && flights.size === 1 ? { flight } : undefined;
    },
    show: ({ flight, booking }) => flight ?? booking ?? '',
  };
}

/** Six letters and digits are a reference where they are all that is said, or no word of six letters. */
function findBooking(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const ticket = TICKET.exec(plain)?.[0].replace(/\D/g, '');
  if (ticket !== undefined) return ticket;
  const codes = plain.match(REFERENCE) ?? [];
  const code = codes.find((each) => each === plain || /\d/.test(each) || each === each.toUpperCase());
  return code?.toUpperCase();
}
