import { listAirportsOfCity, findTimeZone } from '../../locales/places/index.js';
import { getLocalDay } from '../../services/calendar.js';
import { RedeyeError } from '../../services/errors.js';
import { sortByDeparture } from '../../services/flights/derive.js';
import type { Flight, Flights } from '../../services/flights/port.js';
import { nameAsAsked, type FlightQuery, type SaidPlace } from './flightQuery.js';
import { readDaysIn, type DayContext } from './readDay.js';
import { isUnderWay, shiftDay } from './underWay.js';

/** How the day of a flight was settled: by the passenger, as today for want of a word, or as the next one it goes. */
export type DayChoice = 'said' | 'today' | 'nearest';

export type LookUp =
  | { readonly kind: 'found'; readonly flight: Flight; readonly chosen: DayChoice }
  /** `legs`: the number has several; `days`: yesterday's is still under way; `route`: there are several; or both. */
  | {
      readonly kind: 'several';
      readonly why: 'legs' | 'days' | 'route' | 'routeDays';
      readonly flights: readonly Flight[];
      readonly chosen: DayChoice;
    }
  | { readonly kind: 'which-day'; readonly days: readonly string[] }
  | { readonly kind: 'none'; readonly date: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'out-of-range'; readonly date: string };

/** Finds the flight meant. A source that does not answer is an outcome of its own, never "no such flight". */
export async function lookUp(flights: Flights, query: FlightQuery, context: DayContext): Promise<LookUp> {
  const search = new FlightSearch(flights, query, context);
  try {
    return await search.run();
  } catch (error) {
    if (!(error instanceof RedeyeError)) throw error;
    if (error.code === 'flights.unreachable') return { kind: 'unreachable' };
    if (error.code === 'flights.out-of-range') return { kind: 'out-of-range', date: search.date };
    throw error;
  }
}

class FlightSearch {
  /** The day asked about last. */
  date = '';

  constructor(
    private readonly flights: Flights,
    private readonly query: FlightQuery,
    private readonly context: DayContext,
  ) {}

  async run(): Promise<LookUp> {
    const { pick, date } = this.query;
    if (pick !== undefined) return this.findPicked(pick);
    return date === undefined ? this.findNearest() : this.findOnSaidDay(date);
  }

  private async findPicked({ flight, date, origin }: NonNullable<FlightQuery['pick']>): Promise<LookUp> {
    this.date = date;
    const legs = await this.flights.find({ flight, date });
    const leg = legs.find((each) => each.origin === origin);
    return leg === undefined ? { kind: 'none', date } : { kind: 'found', flight: leg, chosen: 'said' };
  }

  private async findOnSaidDay(said: NonNullable<FlightQuery['date']>): Promise<LookUp> {
    const [first = '', ...others] = readDaysIn(this.guessZone(), said, this.context);
    if (others.length > 0) return { kind: 'which-day', days: [first, ...others] };
    const found = await this.findOn(first);
    const zone = findDepartureZone(found);
    const [there = first] = zone === undefined ? [] : readDaysIn(zone, said, this.context);
    return this.conclude(there === first ? found : await this.findOn(there), there, 'said');
  }

  private async findNearest(): Promise<LookUp> {
    const { now } = this.context;
    const guess = getLocalDay(now, this.guessZone());
    const found = await this.findOn(guess);
    if (found.length === 0) return this.findAround(guess);
    const today = getLocalDay(now, findDepartureZone(found) ?? this.guessZone());
    const todays = today === guess ? found : await this.findOn(today);
    if (todays.length === 0) return this.conclude(found, guess, 'nearest');
    const open = await this.findStillUnderWay(todays, today);
    if (open.length === 0) return this.conclude(todays, today, 'today');
    const why = this.query.flight === undefined ? 'routeDays' : 'days';
    return { kind: 'several', why, flights: [...open, ...todays], chosen: 'said' };
  }

  /** None on the day it is at the desk: where the flight departs it may be another day. */
  private async findAround(guess: string): Promise<LookUp> {
    const { now } = this.context;
    const after = await this.findIfCovered(shiftDay(guess, 1));
    const before = await this.findIfCovered(shiftDay(guess, -1));
    const zone = findDepartureZone([...after, ...before]) ?? this.guessZone();
    const today = getLocalDay(now, zone);
    const todays = [before, after].find(([first]) => first?.date === today);
    if (todays !== undefined) return this.conclude(todays, today, 'today');
    const open = before.filter((flight) => isUnderWay(flight, now));
    const near = [open, after, before].find(({ length }) => length > 0) ?? [];
    return this.conclude(near, guess, 'nearest');
  }

  /** Past midnight, "has it landed" may be asked of last night's flight. Once today's has left, it is today's. */
  private async findStillUnderWay(todays: readonly Flight[], today: string): Promise<Flight[]> {
    const haveLeft = todays.length > 0 && todays.every((flight) => flight.actualDeparture !== null);
    if (haveLeft) return [];
    const yesterdays = await this.findIfCovered(shiftDay(today, -1));
    return yesterdays.filter((flight) => isUnderWay(flight, this.context.now));
  }

  private async findIfCovered(date: string): Promise<Flight[]> {
    const asked = this.date;
    try {
      return await this.findOn(date);
    } catch (error) {
      if (error instanceof RedeyeError && error.code === 'flights.out-of-range') return [];
      throw error;
    } finally {
      this.date = asked;
    }
  }

  private conclude(flights: readonly Flight[], date: string, chosen: DayChoice): LookUp {
    const [first, ...others] = flights;
    if (first === undefined) return { kind: 'none', date };
    if (others.length === 0) return { kind: 'found', flight: first, chosen };
    const numbers = new Set(flights.map((flight) => nameAsAsked(flight, this.query.flight)));
    const why = numbers.size === 1 ? 'legs' : 'route';
    return { kind: 'several', why, flights, chosen };
  }

  private async findOn(date: string): Promise<Flight[]> {
    this.date = date;
    const { flight, origin, destination } = this.query;
    if (flight !== undefined) {
      const legs = this.preferPlaces(await this.flights.find({ flight, date }));
      if (legs !== undefined) return legs;
    }
    if (origin === undefined || destination === undefined) return [];
    const route = { originKind: origin.kind, destinationKind: destination.kind, date };
    return sortByDeparture(
      await this.flights.search({ ...route, origin: origin.code, destination: destination.code }),
    );
  }

  /**
   * Places said beside a number choose among its legs. Where one fits none, the number stands; where a whole route does
   * not, it was said of something else.
   */
  private preferPlaces(legs: Flight[]): Flight[] | undefined {
    const { origin, destination } = this.query;
    const fitting = legs.filter(
      (leg) => (!origin || isAt(leg.origin, origin)) && (!destination || isAt(leg.destination, destination)),
    );
    if (fitting.length > 0) return fitting;
    return legs.length > 0 && origin && destination ? undefined : legs;
  }

  private guessZone(): string {
    const { origin } = this.query;
    return (origin && findTimeZone(origin.code)) ?? this.context.timeZone;
  }
}

function findDepartureZone([first]: readonly Flight[]): string | undefined {
  return first && findTimeZone(first.origin);
}

function isAt(airport: string, { code, kind }: SaidPlace): boolean {
  if (airport === code) return true;
  return kind === 'city' && listAirportsOfCity(code).some((each) => each.code === airport);
}
