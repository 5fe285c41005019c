import type { FlightWatch } from '../../services/flights/flightWatch.js';
import type { Flights } from '../../services/flights/port.js';
import type { Desk } from '../desk.js';

/** What the dialog works with. */
export interface FlightDesk extends Pick<Desk, 'translate' | 'answers' | 'clock' | 'timeZone'> {
  readonly flights: Flights;
  /** Without it, nobody is told of changes. */
  readonly flightWatch?: Pick<FlightWatch, 'list'>;
}
