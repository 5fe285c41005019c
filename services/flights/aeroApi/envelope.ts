import { z } from 'zod';

const text = z.string().nullish();
const moment = z.iso.datetime({ offset: true }).nullish();
const flag = z.boolean().nullish();

const airportSchema = z
  .object({ code: text, code_icao: text, code_iata: text, timezone: text })
  .nullish()
  .transform((airport) => airport ?? null);

/** What is read of a flight of AeroAPI v4; its many other fields are let pass. Delays are in seconds. */
export const aeroFlightSchema = z.object({
  ident: z.string(),
  ident_iata: text,
  fa_flight_id: text,
  operator_iata: text,
  codeshares_iata: z.array(z.string()).nullish(),
  blocked: flag,
  cancelled: flag,
  diverted: flag,
  status: text,
  origin: airportSchema,
  destination: airportSchema,
  departure_delay: z.number().nullish(),
  scheduled_out: moment,
  estimated_out: moment,
  actual_out: moment,
  scheduled_off: moment,
  estimated_off: moment,
  actual_off: moment,
  scheduled_on: moment,
  estimated_on: moment,
  actual_on: moment,
  scheduled_in: moment,
  estimated_in: moment,
  actual_in: moment,
  terminal_origin: text,
  gate_origin: text,
  terminal_destination: text,
  gate_destination: text,
  baggage_claim: text,
});
export type AeroFlight = z.output<typeof aeroFlightSchema>;

const links = z.object({ next: text }).nullish();

/** Of `/flights/{ident}`. */
export const flightsPageSchema = z.object({ links, flights: z.array(aeroFlightSchema) });

/** Of `/airports/{id}/flights/to/{dest_id}`: journeys, each of one segment where it is non-stop. */
export const journeysPageSchema = z.object({
  links,
  flights: z.array(z.object({ segments: z.array(aeroFlightSchema) })),
});

/** The body of an error, which tells AeroAPI's own 404 from one of something in between. */
export const aeroErrorSchema = z.object({ title: z.string(), status: z.number() });
