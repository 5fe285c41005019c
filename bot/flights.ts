import type { Clock } from '../services/clock.js';
import { AeroApiSource } from '../services/flights/aeroApiSource.js';
import { DemoSource } from '../services/flights/demoSource.js';
import { FileSource } from '../services/flights/fileSource.js';
import type { FlightLog, Flights } from '../services/flights/port.js';
import type { FlightsConfig } from './config.js';

export interface ChosenFlights {
  readonly flights: Flights;
  /** Lets go of the source; nothing may be asked afterwards. */
  readonly close: () => Promise<void>;
}

/** The source of flights that the settings name. A file is read in the background; questions wait for it. */
export function chooseFlights(
  config: FlightsConfig,
  { clock, log }: { readonly clock: Clock; readonly log: FlightLog },
): ChosenFlights {
  switch (config.source) {
    case 'demo':
      return { flights: new DemoSource(clock), close: () => Promise.resolve() };
    case 'file': {
      const flights = new FileSource(config.file, clock, log);
      return { flights, close: () => flights.close() };
    }
    case 'aeroapi': {
      const { url, key } = config;
      return { flights: new AeroApiSource({ url, key, clock, log }), close: () => Promise.resolve() };
    }
  }
}
