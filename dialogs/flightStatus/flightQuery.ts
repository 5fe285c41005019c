import { z } from 'zod';
import type { Flight } from '../../services/flights/port.js';
import type { Slots } from '../form/definition.js';

const place = z.object({ code: z.string(), kind: z.enum(['city', 'airport']) });
/** A city with all its airports, or one airport. */
export type SaidPlace = z.infer<typeof place>;

const day = z.object({
  /** As the passenger put it, to be read once more in the calendar of the departure airport. */
  words: z.string(),
  /** `YYYY-MM-DD` days the words can mean. */
  days: z.array(z.string()).min(1),
});
export type SaidDay = z.infer<typeof day>;

const option = z.object({
  flight: z.string(),
  date: z.string(),
  origin: z.string(),
  destination: z.string(),
  /** Scheduled; ISO 8601 with offset. */
  departure: z.string().nullable(),
});
/** One of several flights to choose from: what tells it from the others. */
export type FlightOption = z.infer<typeof option>;

const querySchema = z.object({
  flight: z.string().optional(),
  origin: place.optional(),
  destination: place.optional(),
  date: day.optional(),
  pick: option.optional(),
});
/** What the passenger told of the flight they mean. */
export type FlightQuery = z.infer<typeof querySchema>;

export function readQuery(slots: Slots): FlightQuery {
  return querySchema.parse(slots);
}

/** The number the passenger knows the flight by, where it is one of its numbers; else its own. */
export function nameAsAsked({ flight, codeshares }: Flight, asked: string | undefined): string {
  return asked !== undefined && codeshares.includes(asked) ? asked : flight;
}

const offeredSchema = z.object({ about: z.string(), options: z.array(option) });

/** The slot that keeps flights to choose from, good for this query only. */
export function offerOptions(slots: Slots, options: readonly FlightOption[]) {
  return { about: nameQuery(slots), options: [...options] };
}

/** The flights to choose from; none where they were found for something the passenger has changed since. */
export function listOptions(slots: Slots): readonly FlightOption[] {
  const offered = offeredSchema.safeParse(slots['offered']);
  return offered.success && offered.data.about === nameQuery(slots) ? offered.data.options : [];
}

function nameQuery({ flight, origin, destination, date }: Slots): string {
  return JSON.stringify([flight ?? null, origin ?? null, destination ?? null, date ?? null]);
}
