import { z } from 'zod';

export const FLIGHT_STATUSES = [
  'scheduled',
  'check-in',
  'boarding',
  'gate-closed',
  'departed',
  'landed',
  'arrived',
  'delayed',
  'diverted',
  'returned',
  'cancelled',
  'unknown',
] as const;
export type FlightStatus = (typeof FLIGHT_STATUSES)[number];

/** Reasons with words of their own; a source may give any other text, which is shown as it is. */
export const FLIGHT_REASONS = [
  'weather',
  'air-traffic-control',
  'late-aircraft',
  'technical',
  'crew',
  'airport',
  'security',
  'medical',
] as const;

// To the minute, as timetables are written, or to the second; always with an offset.
const moment = z.union([z.iso.datetime({ offset: true, precision: -1 }), z.iso.datetime({ offset: true })]);
const airport = z.string().regex(/^[A-Z0-9]{3,4}$/, 'an airport code such as PVG');
const designator = z
  .string()
  .regex(/^(?=.?[A-Z])([A-Z0-9]{2}|[A-Z]{3})0*[1-9]\d{0,3}[A-Z]?$/, 'a flight such as MU5101')
  .transform((value) => value.replace(/^([A-Z]{3}|..)0+/, '$1'));
const words = z.string().trim().min(1).max(300);

function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

/**
 * One leg of a flight, as it travels in files. Times are ISO 8601 with offset; what the source does not know is
 * absent or null, and null once read.
 */
export const flightSchema = z.object({
  /** IATA designator, e.g. `MU5101`; without leading zeros once read. */
  flight: designator,
  /** Other designators it is sold under. */
  codeshares: z
    .array(designator)
    .nullish()
    .transform((value) => value ?? []),
  /** IATA code of the airline that flies it, where that is not the designator's. */
  operatedBy: orNull(z.string().regex(/^[A-Z0-9]{2}$/, 'an airline code such as MU')),
  /** `YYYY-MM-DD`: the scheduled day of departure where it departs. */
  date: z.iso.date(),
  /** IATA code of an airport (the ICAO code where it has no other). */
  origin: airport,
  /** Where it was to land; see `divertedTo`. */
  destination: airport,
  /** Where a diverted flight goes or went instead. */
  divertedTo: orNull(airport),
  scheduledDeparture: orNull(moment),
  estimatedDeparture: orNull(moment),
  actualDeparture: orNull(moment),
  scheduledArrival: orNull(moment),
  estimatedArrival: orNull(moment),
  actualArrival: orNull(moment),
  status: z.enum(FLIGHT_STATUSES),
  /** `may-be-cancelled`: the source says so of a flight it merely lost sight of. Not to be told as a cancellation. */
  hint: orNull(z.literal('may-be-cancelled')),
  /** Of departure; so are `gate` and `checkInDesks`. */
  terminal: orNull(words),
  gate: orNull(words),
  checkInDesks: orNull(words),
  arrivalTerminal: orNull(words),
  arrivalGate: orNull(words),
  belt: orNull(words),
  /** One of `FLIGHT_REASONS`, or the source's own words. */
  reason: orNull(words),
  /** When the source last heard of the flight. */
  updated: orNull(moment),
});

export type Flight = z.output<typeof flightSchema>;
