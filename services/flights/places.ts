import { findAirport, listAirportsOfCity } from '../../locales/places/index.js';
import type { PlaceKind, RouteQuery } from './port.js';

/** The airports from which and to which a route may lead, as IATA codes; an unknown code stands for itself. */
export function listRouteAirports(query: RouteQuery): { origins: string[]; destinations: string[] } {
  return {
    origins: listAirportCodes(query.origin, query.originKind),
    destinations: listAirportCodes(query.destination, query.destinationKind),
  };
}

function listAirportCodes(code: string, kind: PlaceKind | undefined): string[] {
  const upper = code.trim().toUpperCase();
  if (kind === 'airport' && findAirport(upper)) return [upper];
  const ofCity = listAirportsOfCity(upper).map((airport) => airport.code);
  return ofCity.length > 0 ? ofCity : [upper];
}
