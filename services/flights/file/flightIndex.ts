import { sortByDeparture } from '../derive.js';
import type { Flight } from '../flight.js';

/** Flights by designator and day, codeshares included, and by airports and day. */
export class FlightIndex {
  private readonly legs = new Map<string, Flight>();
  private readonly byDesignator = new Map<string, Set<string>>();
  private readonly byRoute = new Map<string, Set<string>>();

  get size(): number {
    return this.legs.size;
  }

  /** Of two records of one leg the newer `updated` stays; without one, or with the same, the one added later. */
  add(flight: Flight): void {
    const leg = joinKey(flight.flight, flight.date, flight.origin);
    const known = this.legs.get(leg);
    if (known && isOlder(flight, known)) return;
    if (known) this.forget(leg, known);
    this.legs.set(leg, flight);
    for (const key of listDesignatorKeys(flight)) addTo(this.byDesignator, key, leg);
    addTo(this.byRoute, joinKey(flight.origin, flight.destination, flight.date), leg);
  }

  find(designator: string, date: string): Flight[] {
    return this.collect([this.byDesignator.get(joinKey(designator, date))]);
  }

  search(origins: readonly string[], destinations: readonly string[], date: string): Flight[] {
    return this.collect(
      origins.flatMap((origin) =>
        destinations.map((destination) => this.byRoute.get(joinKey(origin, destination, date))),
      ),
    );
  }

  private collect(found: readonly (Set<string> | undefined)[]): Flight[] {
    const flights = found
      .flatMap((legs) => [...(legs ?? [])])
      .map((leg) => this.legs.get(leg))
      .filter((flight) => flight !== undefined);
    return sortByDeparture(flights);
  }

  private forget(leg: string, flight: Flight): void {
    for (const key of listDesignatorKeys(flight)) this.byDesignator.get(key)?.delete(leg);
    this.byRoute.get(joinKey(flight.origin, flight.destination, flight.date))?.delete(leg);
  }
}

function joinKey(...parts: string[]): string {
  return parts.join(' ');
}

function listDesignatorKeys(flight: Flight): string[] {
  return [flight.flight, ...flight.codeshares].map((designator) => joinKey(designator, flight.date));
}

function addTo(index: Map<string, Set<string>>, key: string, leg: string): void {
  const legs = index.get(key);
  if (legs) legs.add(leg);
  else index.set(key, new Set([leg]));
}

function isOlder(flight: Flight, known: Flight): boolean {
  if (flight.updated === null) return known.updated !== null;
  return known.updated !== null && Date.parse(flight.updated) < Date.parse(known.updated);
}
