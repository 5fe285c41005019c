import { RedeyeError, type ErrorCode } from '../../../services/errors.js';
import { normalizeDesignator } from '../../../services/flights/designator.js';
import { listRouteAirports } from '../../../services/flights/places.js';
import type {
  Flight,
  FlightQuery,
  Flights,
  FlightSource,
  RouteQuery,
} from '../../../services/flights/port.js';

/** A source that knows what it is told to know, fails when it is told to, and notes what it was asked. */
export class ScriptedFlights implements Flights {
  source: FlightSource = { name: 'file', demo: false, staleSince: null };
  failure: ErrorCode | undefined;
  readonly asked: (FlightQuery | RouteQuery)[] = [];

  constructor(public flights: readonly Flight[]) {}

  find(query: FlightQuery): Promise<Flight[]> {
    const wanted = normalizeDesignator(query.flight) ?? '';
    return this.answer(query, ({ flight, codeshares }) => flight === wanted || codeshares.includes(wanted));
  }

  search(query: RouteQuery): Promise<Flight[]> {
    const { origins, destinations } = listRouteAirports(query);
    return this.answer(
      query,
      ({ origin, destination }) => origins.includes(origin) && destinations.includes(destination),
    );
  }

  private answer(query: FlightQuery | RouteQuery, fits: (flight: Flight) => boolean): Promise<Flight[]> {
    this.asked.push(query);
    if (this.failure) return Promise.reject(new RedeyeError(this.failure));
    return Promise.resolve(this.flights.filter((flight) => flight.date === query.date && fits(flight)));
  }
}
