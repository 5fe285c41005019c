import type { Desk } from '../../dialogs/desk.js';
import type { Clock } from '../../services/clock.js';
import type { EventLog } from '../../services/eventLog.js';
import { FlightWatch } from '../../services/flights/flightWatch.js';
import type { Flights } from '../../services/flights/port.js';
import { MemoryAgenda } from '../contracts/memoryAgenda.js';

/** Flights and the watching of them, in memory; nobody is told anything. */
export function openFlights(
  flights: Flights,
  ground: { eventLog: EventLog; clock: Clock },
): Pick<Desk, 'flights' | 'flightWatch'> {
  const notify = () => Promise.resolve();
  const log = { warn: () => undefined };
  return {
    flights,
    flightWatch: new FlightWatch({ ...ground, agenda: new MemoryAgenda(), flights, notify, log }),
  };
}
