import { flightSchema, type Flight } from '../../../services/flights/flight.js';
import type { FlightLog } from '../../../services/flights/port.js';

/** A flight of today, all else unknown. */
export function createFlight(changes: Partial<Flight> = {}): Flight {
  const flight = {
    flight: 'RE101',
    date: '2026-11-22',
    origin: 'SHA',
    destination: 'PEK',
    scheduledDeparture: '2026-11-22T18:00+08:00',
    scheduledArrival: '2026-11-22T20:20+08:00',
    status: 'scheduled',
    updated: '2026-11-22T15:00+08:00',
  };
  return { ...flightSchema.parse(flight), ...changes };
}

/** What the contract of all sources expects to be known. */
export const CONTRACT_FLIGHTS: readonly Flight[] = [
  createFlight(),
  createFlight({
    flight: 'RE107',
    origin: 'PVG',
    destination: 'PKX',
    scheduledDeparture: '2026-11-22T08:40+08:00',
  }),
  createFlight({ flight: 'RE801', origin: 'PVG', destination: 'HKG', codeshares: ['CX6801'] }),
  createFlight({ flight: 'RE517', origin: 'WUH', destination: 'KMG' }),
  createFlight({
    flight: 'RE517',
    destination: 'WUH',
    scheduledDeparture: '2026-11-22T08:20+08:00',
    scheduledArrival: '2026-11-22T10:15+08:00',
  }),
];

export interface Warning {
  readonly details: object;
  readonly message: string;
}

export function createLog(): FlightLog & { readonly warnings: Warning[] } {
  const warnings: Warning[] = [];
  return { warnings, warn: (details, message) => void warnings.push({ details, message }) };
}
