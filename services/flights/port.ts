import type { Flight } from './flight.js';

export type { Flight, FlightStatus } from './flight.js';

export interface FlightQuery {
  /** IATA or ICAO designator, in any case, with or without spaces and leading zeros. */
  readonly flight: string;
  /** `YYYY-MM-DD`: the scheduled day of departure where it departs. */
  readonly date: string;
}

export type PlaceKind = 'city' | 'airport';

export interface RouteQuery {
  /** IATA code of an airport, or of a city: then of any of its airports. */
  readonly origin: string;
  readonly destination: string;
  /** `SHA` is a city and one of its airports: without this it is the city, as most passengers mean it. */
  readonly originKind?: PlaceKind;
  readonly destinationKind?: PlaceKind;
  /** `YYYY-MM-DD`, as in a `FlightQuery`. */
  readonly date: string;
}

export interface FlightSource {
  /** Stable: `demo`, `file`, `aeroapi`. */
  readonly name: string;
  /** The flights are invented, and every reply has to say so. */
  readonly demo: boolean;
  /** Since when the source cannot be read anew, so that answers are of the last good data; null: they are current. */
  readonly staleSince: Date | null;
}

/**
 * Where flights are known from. Both questions fail with `flights.unreachable` when the source does not answer, and
 * with `flights.out-of-range` for days it does not cover; an empty list always means that there is no such flight.
 */
export interface Flights {
  /** Legs under this designator, its own or a codeshare's, by departure: two where the number has two legs. */
  find(query: FlightQuery): Promise<Flight[]>;
  /** Non-stop flights from one place to the other, by departure. */
  search(query: RouteQuery): Promise<Flight[]>;
  readonly source: FlightSource;
}

/** Where a source tells the operator what it could not use. */
export interface FlightLog {
  warn(details: object, message: string): void;
}
