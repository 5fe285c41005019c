import { readFileSync } from 'node:fs';

export interface Airport {
  /** IATA code. */
  readonly code: string;
  /** Code of its city: its own where the city has no other airport. */
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA time zone. */
  readonly zone: string;
  /** City and airport: "London Heathrow", without the word airport. */
  readonly en: string;
  readonly zh: string;
  /** Only where Traditional readers use another name than the converted one. */
  readonly 'zh-Hant'?: string;
  /** Names by which the airport alone is meant, without its city. */
  readonly nicknames?: readonly string[];
}

export interface City {
  /** IATA metropolitan code where there is one, else that of the only airport. */
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  /** Only where Traditional readers use another name than the converted one. */
  readonly 'zh-Hant'?: string;
  readonly aliases?: readonly string[];
}

export interface Airline {
  readonly iata: string;
  readonly icao?: string;
  /** The three digits its tickets and bag tags begin with. */
  readonly ticket?: string;
  readonly en: string;
  readonly zh: string;
  readonly aliases?: readonly string[];
}

// The files are the repository's own, and a test checks them against a schema: a check at each start would only cost time.
export const airports = readRows<Airport>('airports.json');
export const cities = readRows<City>('cities.json');
export const airlines = readRows<Airline>('airlines.json');

function readRows<Row>(file: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Row[];
}
