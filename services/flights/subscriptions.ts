import { z } from 'zod';
import type { Json, NewEvent, StoredEvent } from '../eventLog.js';
import { describeChanges, rememberTold, type FlightChange } from './changes.js';
import { flightSchema, type Flight } from './flight.js';

/** Who watches, and how the bot finds them again; a case's filer is one. */
const watcherSchema = z.object({
  /** The channel's user id, or else the conversation's. */
  id: z.string().min(1),
  /** Whatever the bot needs to write to the passenger later; nothing here looks into it. */
  conversation: z.custom<Json>((value) => value !== undefined),
  /** BCP 47 tag of the language to write in. */
  language: z.string().min(2),
});
export type Watcher = z.infer<typeof watcherSchema>;

/** A passenger's wish to be told when one leg of a flight changes. */
export interface Watch {
  /** Designator, day and origin; one of each for a watcher. */
  readonly id: string;
  readonly watcher: Watcher;
  /** The designator the passenger used: may be a codeshare's. */
  readonly asked: string;
  /** What the passenger knows of the flight. */
  readonly known: Flight;
  /** When they were last told something, or asked for the watch. */
  readonly toldAt: string;
  /** How often they were told of a change. */
  readonly tellings: number;
}

const ENDINGS = ['arrived', 'over', 'expired', 'stopped', 'unreachable'] as const;
/**
 * `over`: cancelled, diverted or returned a day ago without further news; `expired`: nothing heard for days;
 * `unreachable`: the passenger could not be told.
 */
export type Ending = (typeof ENDINGS)[number];

/** The open watches of one watcher. */
export type Watches = ReadonlyMap<string, Watch>;

const kept = { watch: z.string(), flight: flightSchema };
const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('watch-started'),
    time: z.string(),
    data: z.object({ ...kept, asked: z.string(), watcher: watcherSchema }),
  }),
  z.object({ type: z.literal('change-told'), time: z.string(), data: z.object(kept) }),
  z.object({
    type: z.literal('watch-ended'),
    time: z.string(),
    data: z.object({ watch: z.string(), ending: z.enum(ENDINGS) }),
  }),
]);

export function foldWatches(events: readonly StoredEvent[]): Watches {
  const watches = new Map<string, Watch>();
  for (const stored of events) {
    const event = eventSchema.parse(stored);
    const { watch: id } = event.data;
    const watch = watches.get(id);
    if (event.type === 'watch-ended') watches.delete(id);
    else if (event.type === 'watch-started') {
      const { asked, flight, watcher } = event.data;
      watches.set(id, { id, watcher, asked, known: flight, toldAt: event.time, tellings: 0 });
    } else if (watch) {
      const tellings = watch.tellings + 1;
      watches.set(id, { ...watch, known: event.data.flight, toldAt: event.time, tellings });
    }
  }
  return watches;
}

export function getWatchId(flight: Flight): string {
  return `${flight.flight} ${flight.date} ${flight.origin}`;
}

export function startWatch(watcher: Watcher, flight: Flight, asked: string, now: Date): NewEvent {
  return {
    type: 'watch-started',
    time: now.toISOString(),
    actor: `passenger:${watcher.id}`,
    data: { watch: getWatchId(flight), flight, asked, watcher },
  };
}

export function endWatch(watch: Watch, ending: Ending, by: string, now: Date): NewEvent {
  return {
    type: 'watch-ended',
    time: now.toISOString(),
    actor: by,
    data: { watch: watch.id, ending },
  };
}

/** What to tell of a flight as it is now, and what to keep once it was told; empty where there is no news. */
export function observe(watch: Watch, flight: Flight): { changes: FlightChange[]; known: Flight } {
  const changes = describeChanges(watch.known, flight);
  return { changes, known: changes.length > 0 ? rememberTold(watch.known, flight) : watch.known };
}

export function recordTelling(
  watch: Watch,
  known: Flight,
  changes: readonly FlightChange[],
  now: Date,
): NewEvent {
  return {
    type: 'change-told',
    time: now.toISOString(),
    actor: 'bot',
    data: { watch: watch.id, flight: known, changes: changes.map((change) => ({ ...change })) },
  };
}
