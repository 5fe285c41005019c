import { listAirlines } from '../../locales/places/index.js';

// Before a number these are a car park, a discount, a dialling instruction: "lot 100", "tap 110", "peach 200 g".
const NOT_BEFORE_NUMBERS = new Set([
  'lot',
  'tap',
  'gol',
  'ita',
  'swiss',
  'norwegian',
  'aurora',
  'neos',
  'condor',
]);

const airlineOf = new Map<string, string>();
for (const { iata, en, zh, aliases = [] } of listAirlines()) {
  for (const name of [en, zh, ...aliases].map((written) => written.toLowerCase())) {
    if (!NOT_BEFORE_NUMBERS.has(name) && !airlineOf.has(name)) airlineOf.set(name, iata);
  }
}

/** Alternatives of a regular expression: every name of every airline in lower case and Simplified, longest first. */
export const ANY_AIRLINE_NAME = [...airlineOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');

/** IATA code of the airline with that name, in lower case and Simplified. */
export function findAirlineByName(name: string): string | undefined {
  return airlineOf.get(name);
}
