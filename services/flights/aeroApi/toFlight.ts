import { DateTime } from 'luxon';
import { findTimeZone } from '../../../locales/places/index.js';
import { normalizeDesignator, parseDesignator } from '../designator.js';
import type { Flight, FlightStatus } from '../flight.js';
import type { AeroFlight } from './envelope.js';

const NOTABLE_DELAY_SECONDS = 15 * 60;

/** Undefined for what is no flight of a passenger: without a number, an origin, a destination or a schedule. */
export function toFlight(record: AeroFlight, updated: Date): Flight | undefined {
  const flight = normalizeDesignator(record.ident_iata ?? record.ident);
  const origin = readAirport(record.origin);
  const destination = readAirport(record.destination);
  const scheduledDeparture = localize(record.scheduled_out ?? record.scheduled_off, origin?.zone);
  if (!flight || !origin || !destination || !scheduledDeparture) return undefined;
  const status = deriveStatus(record);
  return {
    flight,
    codeshares: (record.codeshares_iata ?? [])
      .map(normalizeDesignator)
      .filter((codeshare) => codeshare !== undefined),
    operatedBy: getOperator(record, flight),
    date: scheduledDeparture.slice(0, 10),
    origin: origin.code,
    destination: destination.code,
    divertedTo: null,
    scheduledDeparture,
    estimatedDeparture: localize(record.estimated_out ?? record.estimated_off, origin.zone),
    actualDeparture: localize(record.actual_out ?? record.actual_off, origin.zone),
    scheduledArrival: localize(record.scheduled_in ?? record.scheduled_on, destination.zone),
    ...localizeArrival(record, status, destination.zone),
    status,
    hint: status === 'unknown' && record.cancelled ? 'may-be-cancelled' : null,
    terminal: blankToNull(record.terminal_origin),
    gate: blankToNull(record.gate_origin),
    checkInDesks: null,
    arrivalTerminal: blankToNull(record.terminal_destination),
    arrivalGate: blankToNull(record.gate_destination),
    belt: blankToNull(record.baggage_claim),
    reason: null,
    updated: updated.toISOString(),
  };
}

/**
 * `cancelled` only says that FlightAware tracks the flight no more, for whatever reason; the display text follows it.
 * So it never makes a cancellation, and counts only while nothing shows that the flight went.
 */
function deriveStatus(record: AeroFlight): FlightStatus {
  if (record.diverted) return 'diverted';
  if (/returned/i.test(record.status ?? '')) return 'returned';
  if (record.actual_in) return 'arrived';
  if (record.actual_on) return 'landed';
  if (record.actual_off ?? record.actual_out) return 'departed';
  if (record.cancelled || /unknown/i.test(record.status ?? '')) return 'unknown';
  return getDepartureDelay(record) >= NOTABLE_DELAY_SECONDS ? 'delayed' : 'scheduled';
}

function getDepartureDelay(record: AeroFlight): number {
  if (typeof record.departure_delay === 'number') return record.departure_delay;
  const [from, to] = [record.scheduled_out, record.estimated_out];
  return from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : 0;
}

// Where a diverted or returned flight's times are of is not said: they are left out rather than told of the destination.
function localizeArrival(
  record: AeroFlight,
  status: FlightStatus,
  zone: string,
): Pick<Flight, 'estimatedArrival' | 'actualArrival'> {
  if (status === 'diverted' || status === 'returned') return { estimatedArrival: null, actualArrival: null };
  return {
    estimatedArrival: localize(record.estimated_in ?? record.estimated_on, zone),
    actualArrival: localize(record.actual_in ?? record.actual_on, zone),
  };
}

function getOperator(record: AeroFlight, flight: string): string | null {
  const operator = blankToNull(record.operator_iata);
  return operator === parseDesignator(flight)?.airline ? null : operator;
}

interface Place {
  readonly code: string;
  readonly zone: string;
}

function readAirport(airport: AeroFlight['origin']): Place | undefined {
  const code = airport?.code_iata ?? airport?.code_icao ?? airport?.code;
  if (!code) return undefined;
  return { code, zone: findTimeZone(code) ?? airport?.timezone?.replace(/^:/, '') ?? 'UTC' };
}

function localize(moment: string | null | undefined, zone: string | undefined): string | null {
  if (!moment || !zone) return null;
  const local = DateTime.fromISO(moment, { zone });
  const valid = local.isValid ? local : DateTime.fromISO(moment, { zone: 'utc' });
  return valid.toISO({ suppressSeconds: true, suppressMilliseconds: true });
}

function blankToNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
