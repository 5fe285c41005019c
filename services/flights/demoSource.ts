import { getLocalDay } from '../calendar.js';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import { normalizeDesignator } from './designator.js';
import { stageFlight } from './demo/stage.js';
import { tellStory } from './demo/story.js';
import { DEMO_TIMETABLE, type DemoLeg } from './demo/timetable.js';
import { sortByDeparture } from './derive.js';
import { listRouteAirports } from './places.js';
import type { Flight, FlightQuery, Flights, RouteQuery } from './port.js';

const DAY = 86_400_000;
const DAYS_PAST = 7;
const DAYS_AHEAD = 360;

/**
 * The timetable of the invented Redeye Air. Every flight goes every day, and its state moves with the clock; the same
 * flight at the same moment is always in the same state. Covers 7 days back and 360 ahead.
 */
export class DemoSource implements Flights {
  readonly source = { name: 'demo', demo: true, staleSince: null } as const;

  constructor(private readonly clock: Clock) {}

  // Asynchronous as the port is, so that a refused day is a rejection.
  // oxlint-disable-next-line typescript/require-await
  async find({ flight, date }: FlightQuery): Promise<Flight[]> {
    const wanted = normalizeDesignator(flight);
    if (wanted === undefined) return [];
    return this.stage(date, (leg) => leg.flight === wanted || leg.codeshares.includes(wanted));
  }

  // oxlint-disable-next-line typescript/require-await
  async search(query: RouteQuery): Promise<Flight[]> {
    const { origins, destinations } = listRouteAirports(query);
    return this.stage(
      query.date,
      (leg) => origins.includes(leg.origin) && destinations.includes(leg.destination),
    );
  }

  private stage(date: string, isWanted: (leg: DemoLeg) => boolean): Flight[] {
    const now = this.clock.now();
    const days = (Date.parse(date) - Date.parse(getLocalDay(now, 'UTC'))) / DAY;
    if (!(days >= -DAYS_PAST && days <= DAYS_AHEAD)) throw new RedeyeError('flights.out-of-range', date);
    const legs = DEMO_TIMETABLE.filter(isWanted);
    return sortByDeparture(legs.map((leg) => stageFlight(leg, date, tellStory(leg, date), now)));
  }
}
