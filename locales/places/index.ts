import { toTraditional } from '../chineseScripts.js';
import type { Language } from '../language.js';
import { airlines, airports, cities, type Airline, type Airport, type City } from './readPlaces.js';

export type { Airline, Airport, City } from './readPlaces.js';

const airportOf = new Map(airports.map((airport) => [airport.code, airport]));
const cityOf = new Map(cities.map((city) => [city.code, city]));
const airlineOf = new Map(
  airlines.flatMap((airline) => [airline.iata, airline.icao].map((code) => [code, airline] as const)),
);
const airportsOf = new Map<string, Airport[]>();
for (const airport of airports)
  airportsOf.set(airport.city, [...(airportsOf.get(airport.city) ?? []), airport]);

export function listAirports(): readonly Airport[] {
  return airports;
}

export function listCities(): readonly City[] {
  return cities;
}

export function listAirlines(): readonly Airline[] {
  return airlines;
}

/** By IATA code, in any case. Not every airport of the world is known. */
export function findAirport(code: string): Airport | undefined {
  return airportOf.get(code.toUpperCase());
}

/** By the code of the city (`BJS`, `LON`), which is the airport's where the city has only one. */
function findCity(code: string): City | undefined {
  return cityOf.get(code.toUpperCase());
}

/** By IATA or ICAO code, in any case. */
export function findAirline(code: string): Airline | undefined {
  return airlineOf.get(code.toUpperCase());
}

/** The city's airports, the one used most first; none for a code that is not a city's. */
export function listAirportsOfCity(code: string): readonly Airport[] {
  return airportsOf.get(code.toUpperCase()) ?? [];
}

/** IANA time zone of an airport, or of a city's airports; undefined for an unknown code. */
export function findTimeZone(code: string): string | undefined {
  return (findAirport(code) ?? listAirportsOfCity(code)[0])?.zone;
}

/** The city's name; takes an airport's code too. An unknown code is returned as it is. */
export function nameCity(code: string, language: Language): string {
  const city = findCity(code) ?? findCity(findAirport(code)?.city ?? '');
  if (!city) return code;
  return language === 'zh-Hant' ? (city['zh-Hant'] ?? toTraditional(city.zh)) : nameIn(city, language);
}

/** City and airport ("London Heathrow"), without the word airport. An unknown code is returned as it is. */
export function nameAirport(code: string, language: Language): string {
  const airport = findAirport(code);
  if (!airport) return code;
  if (language === 'zh-Hant' && airport['zh-Hant'] !== undefined) return airport['zh-Hant'];
  const city = findCity(airport.city);
  const ownName = city?.['zh-Hant'];
  if (language === 'zh-Hant' && city && ownName && airport.zh.startsWith(city.zh)) {
    return ownName + toTraditional(airport.zh.slice(city.zh.length));
  }
  return nameIn(airport, language);
}

/** By IATA or ICAO code. An unknown code is returned as it is. */
export function nameAirline(code: string, language: Language): string {
  const airline = findAirline(code);
  return airline ? nameIn(airline, language) : code;
}

function nameIn(named: { readonly en: string; readonly zh: string }, language: Language): string {
  if (language === 'en') return named.en;
  return language === 'zh-Hans' ? named.zh : toTraditional(named.zh);
}
