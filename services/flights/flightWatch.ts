import { z } from 'zod';
import type { Agenda } from '../agenda.js';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, Json } from '../eventLog.js';
import type { FlightChange } from './changes.js';
import type { Flight, FlightLog, Flights } from './port.js';
import {
  endWatch,
  foldWatches,
  getWatchId,
  observe,
  recordTelling,
  startWatch,
  type Ending,
  type Watch,
  type Watcher,
  type Watches,
} from './subscriptions.js';
import { findEnding, planNextLook } from './watchSchedule.js';

export type { Watch, Watcher } from './subscriptions.js';

/** The kind of its entries in the agenda. */
export const FLIGHT_WATCH_KIND = 'flight-watch';
export const MOST_WATCHES = 10;

/** A message due to a passenger because their flight changed; the bot finds the words. */
export interface FlightNotice {
  /** The same when a notice comes a second time, as it can after a crash. */
  readonly id: string;
  readonly watch: Watch;
  /** As it is now; `watch.known` is what the passenger knew. */
  readonly flight: Flight;
  /** At least one. */
  readonly changes: readonly FlightChange[];
}

/** Sends a notice; when it fails, it is tried again later. */
export type NotifyOfFlight = (notice: FlightNotice) => Promise<void>;

export type Subscription =
  | { readonly outcome: 'started' | 'known'; readonly watch: Watch }
  /** The flight has arrived. */
  | { readonly outcome: 'over' }
  /** They have `MOST_WATCHES` already. */
  | { readonly outcome: 'too-many' };

export interface FlightWatchParts {
  readonly eventLog: EventLog;
  readonly agenda: Pick<Agenda, 'schedule' | 'cancel'>;
  readonly flights: Flights;
  readonly clock: Clock;
  readonly notify: NotifyOfFlight;
  readonly log: FlightLog;
}

const lookSchema = z.object({ watcherId: z.string(), watch: z.string() });

/**
 * Tells passengers on its own when a flight they watch changes, until it has arrived, a day after it was cancelled, or
 * until they stop it. Each watcher's watches are one stream, `flight-watch/<watcher id>`; when to
 * look again stands in the agenda, so that both outlive the process.
 */
export class FlightWatch {
  constructor(private readonly parts: FlightWatchParts) {}

  /** `flight` is the leg as the passenger was just shown it; `asked` the number they call it by. */
  async subscribe(watcher: Watcher, flight: Flight, asked = flight.flight): Promise<Subscription> {
    const id = getWatchId(flight);
    const now = this.parts.clock.now();
    const watcherId = watcher.id;
    for (;;) {
      const { watches, version } = await this.read(watcherId);
      const known = watches.get(id);
      if (known) return { outcome: 'known', watch: known };
      if (watches.size >= MOST_WATCHES) return { outcome: 'too-many' };
      const watch: Watch = { id, watcher, asked, known: flight, toldAt: now.toISOString(), tellings: 0 };
      if (findEnding(watch, flight, now)) return { outcome: 'over' };
      // Scheduled first: a look for a watch that never came to be ends by itself, one never scheduled tells nothing.
      await this.schedule(watcherId, id, planNextLook(flight, now));
      const started = startWatch(watcher, flight, asked, now);
      if (await this.append(watcherId, started, version)) return { outcome: 'started', watch };
    }
  }

  /** Stops one watch by its id, or all of the watcher's; returns those that were stopped. */
  async unsubscribe(watcherId: string, watchId?: string): Promise<Watch[]> {
    const stopped: Watch[] = [];
    for (const watch of await this.list(watcherId)) {
      if (watchId !== undefined && watch.id !== watchId) continue;
      if (await this.end(watcherId, watch.id, 'stopped', `passenger:${watcherId}`)) {
        stopped.push(watch);
      }
    }
    return stopped;
  }

  /** The watcher's open watches, the oldest first. */
  async list(watcherId: string): Promise<Watch[]> {
    const { watches } = await this.read(watcherId);
    return [...watches.values()];
  }

  /**
   * Handles an entry of the agenda of kind `FLIGHT_WATCH_KIND`: looks at the flight, tells what changed, and returns
   * when to look again, undefined when there is no need to. A source that fails or lost the flight changes nothing.
   * Fails when the passenger could not be told, so that the entry is tried again.
   */
  async look(entry: { readonly data: Json }): Promise<Date | undefined> {
    const { watcherId, watch: id } = lookSchema.parse(entry.data);
    const { watches } = await this.read(watcherId);
    const watch = watches.get(id);
    if (!watch) return undefined;
    const flight = await this.findFlight(watch);
    const told = flight ? await this.tell(watcherId, watch, flight) : watch;
    if (!told) return undefined;
    const now = this.parts.clock.now();
    const newest = flight ?? told.known;
    const ending = findEnding(told, newest, now);
    if (!ending) return planNextLook(newest, now);
    await this.end(watcherId, id, ending, 'bot');
    return undefined;
  }

  /** Ends the watch an entry of the agenda is about: the passenger cannot be told, however often it is tried. */
  async abandon(entry: { readonly data: Json }): Promise<void> {
    const { watcherId, watch } = lookSchema.parse(entry.data);
    await this.end(watcherId, watch, 'unreachable', 'bot');
  }

  private async findFlight(watch: Watch): Promise<Flight | undefined> {
    const { flight, date, origin } = watch.known;
    try {
      const legs = await this.parts.flights.find({ flight, date });
      return legs.find((leg) => leg.origin === origin);
    } catch (error) {
      if (!(error instanceof RedeyeError)) throw error;
      // Days ahead are out of many sources' range: that is no reason to wake anyone.
      if (error.code !== 'flights.out-of-range') {
        this.parts.log.warn({ err: error, flight, date }, 'a watched flight could not be looked at');
      }
      return undefined;
    }
  }

  /** The watch after telling what there was to tell; undefined when it was stopped meanwhile. */
  private async tell(watcherId: string, watch: Watch, flight: Flight): Promise<Watch | undefined> {
    const { changes, known } = observe(watch, flight);
    if (changes.length === 0) return watch;
    const id = `${watcherId} ${watch.id} ${watch.tellings + 1}`;
    await this.parts.notify({ id, watch, flight, changes });
    for (;;) {
      const { watches, version } = await this.read(watcherId);
      const current = watches.get(watch.id);
      if (!current || current.tellings > watch.tellings) return current;
      const telling = recordTelling(current, known, changes, this.parts.clock.now());
      if (await this.append(watcherId, telling, version)) {
        return { ...current, known, toldAt: telling.time, tellings: current.tellings + 1 };
      }
    }
  }

  private async end(watcherId: string, id: string, ending: Ending, by: string): Promise<boolean> {
    for (;;) {
      const { watches, version } = await this.read(watcherId);
      const watch = watches.get(id);
      if (!watch) return false;
      const ended = endWatch(watch, ending, by, this.parts.clock.now());
      if (!(await this.append(watcherId, ended, version))) continue;
      await this.parts.agenda.cancel(joinKey(watcherId, id));
      return true;
    }
  }

  private async read(watcherId: string): Promise<{ watches: Watches; version: number }> {
    const events = await this.parts.eventLog.read(joinStream(watcherId));
    return { watches: foldWatches(events), version: events.length };
  }

  /** False when somebody else appended first. */
  private async append(
    watcherId: string,
    event: ReturnType<typeof startWatch>,
    version: number,
  ): Promise<boolean> {
    try {
      await this.parts.eventLog.append(joinStream(watcherId), [event], version);
      return true;
    } catch (error) {
      if (error instanceof RedeyeError && error.code === 'storage.conflict') return false;
      throw error;
    }
  }

  private async schedule(watcherId: string, watch: string, due: Date): Promise<void> {
    const key = joinKey(watcherId, watch);
    await this.parts.agenda.schedule({
      key,
      due,
      kind: FLIGHT_WATCH_KIND,
      data: { watcherId, watch },
    });
  }
}

function joinStream(watcherId: string): string {
  return `${FLIGHT_WATCH_KIND}/${watcherId}`;
}

function joinKey(watcherId: string, watch: string): string {
  return `${FLIGHT_WATCH_KIND} ${watcherId} ${watch}`;
}
