import { LRUCache } from 'lru-cache';
import { findTimeZone } from '../../locales/places/index.js';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import { AeroApiClient, type AeroApiClientOptions } from './aeroApi/client.js';
import { flightsPageSchema, journeysPageSchema, type AeroFlight } from './aeroApi/envelope.js';
import { joinDiversions } from './aeroApi/joinDiversions.js';
import { openWindow, type Window } from './aeroApi/window.js';
import { parseDesignator, toIcaoIdent } from './designator.js';
import { sortByDeparture } from './derive.js';
import { listRouteAirports } from './places.js';
import type { Flight, FlightLog, FlightQuery, Flights, RouteQuery } from './port.js';

export interface AeroApiOptions extends AeroApiClientOptions {
  readonly log: FlightLog;
}

const FOUND_MS = 60_000;
const NOT_FOUND_MS = 300_000;
const MOST_PAGES = 6;

/**
 * FlightAware AeroAPI v4. Answers are kept for a minute, empty ones for five; the same question asked twice at once is
 * sent once. Covers 10 days back and 2 ahead, and tells `flights.out-of-range` outside. It knows no reasons and no
 * check-in desks, and never that a flight is cancelled for certain: see `Flight.hint`.
 */
export class AeroApiSource implements Flights {
  readonly source = { name: 'aeroapi', demo: false, staleSince: null } as const;
  private readonly client: AeroApiClient;
  private readonly clock: Clock;
  private readonly log: FlightLog;
  private readonly cache: LRUCache<string, Flight[], () => Promise<Flight[]>>;

  constructor(options: AeroApiOptions) {
    this.client = new AeroApiClient(options);
    this.clock = options.clock;
    this.log = options.log;
    this.cache = new LRUCache({
      max: 5_000,
      ttl: FOUND_MS,
      ttlResolution: 0,
      perf: { now: () => options.clock.now().getTime() },
      fetchMethod: async (_key, _stale, { options: kept, context: ask }) => {
        const flights = await ask();
        if (flights.length === 0) kept.ttl = NOT_FOUND_MS;
        return flights;
      },
    });
  }

  async find({ flight, date }: FlightQuery): Promise<Flight[]> {
    const designator = parseDesignator(flight);
    if (!designator) return [];
    const ident = toIcaoIdent(designator);
    return this.ask(`find ${ident} ${date}`, async () => {
      const window = openWindow(date, undefined, this.clock.now());
      const path = `/flights/${encodeURIComponent(ident)}`;
      const records = await this.readPages(path, window, { ident_type: 'designator' }, async (at, query) => {
        const page = await this.client.get(at, query, flightsPageSchema);
        return page && { records: page.flights, next: page.links?.next };
      });
      return this.select(records, date, window);
    });
  }

  async search(query: RouteQuery): Promise<Flight[]> {
    const { origins, destinations } = listRouteAirports(query);
    const routes = origins.flatMap((origin) => destinations.map((destination) => ({ origin, destination })));
    const found = await Promise.all(
      routes.map(({ origin, destination }) => this.searchRoute(origin, destination, query.date)),
    );
    return sortByDeparture(found.flat());
  }

  private searchRoute(origin: string, destination: string, date: string): Promise<Flight[]> {
    return this.ask(`search ${origin} ${destination} ${date}`, async () => {
      const window = openWindow(date, findTimeZone(origin), this.clock.now());
      const path = `/airports/${encodeURIComponent(origin)}/flights/to/${encodeURIComponent(destination)}`;
      const parameters = { type: 'Airline', connection: 'nonstop' };
      const records = await this.readPages(path, window, parameters, async (at, query) => {
        const page = await this.client.get(at, query, journeysPageSchema);
        return page && { records: page.flights.flatMap(({ segments }) => segments), next: page.links?.next };
      });
      return this.select(records, date, window);
    });
  }

  private async ask(key: string, ask: () => Promise<Flight[]>): Promise<Flight[]> {
    return structuredClone(await this.cache.forceFetch(key, { context: ask }));
  }

  private async readPages(
    path: string,
    { start, end }: Window,
    parameters: Readonly<Record<string, string>>,
    readPage: ReadPage,
  ): Promise<AeroFlight[]> {
    const records: AeroFlight[] = [];
    let cursor: string | null = null;
    for (let count = 0; count < MOST_PAGES; count += 1) {
      const page = await readPage(path, { ...parameters, start, end, ...(cursor ? { cursor } : {}) });
      if (!page) return records;
      records.push(...page.records);
      cursor = page.next ? new URL(page.next, 'https://next.invalid').searchParams.get('cursor') : null;
      if (cursor === null) return records;
    }
    this.log.warn({ path, pages: MOST_PAGES }, 'more flights than are read; the rest is left out');
    return records;
  }

  private select(records: readonly AeroFlight[], date: string, window: Window): Flight[] {
    const flights = joinDiversions(records, this.clock.now());
    const ofDay = flights.filter((flight) => flight.date === date);
    if (ofDay.length > 0) return sortByDeparture(ofDay);
    if (window.cut) throw new RedeyeError('flights.out-of-range', `${date} is covered in part only`);
    if (flights.length < records.length && flights.length === 0) {
      throw new RedeyeError('flights.unreachable', 'only records without number, places or schedule');
    }
    return [];
  }
}

type ReadPage = (
  path: string,
  query: Readonly<Record<string, string>>,
) => Promise<{ records: readonly AeroFlight[]; next: string | null | undefined } | undefined>;
