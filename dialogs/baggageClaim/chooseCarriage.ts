import { findAirport } from '../../locales/places/index.js';
import type { Carriage } from '../../services/cases/claim/claimDetails.js';

/** What is known of a journey by the airport a bag should have come to. */
export function chooseCarriage(station: string | undefined): Carriage {
  const country = station === undefined ? undefined : findAirport(station)?.country;
  // Within China or not is not known of a flight that arrived there.
  return country === undefined || country === 'CN' ? 'unknown' : 'international';
}
