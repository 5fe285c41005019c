import { getWatchId, type Watch } from '../../services/flights/subscriptions.js';
import type { Flight } from '../../services/flights/port.js';
import type { Voice } from '../form/voice.js';
import type { Offer } from '../offer.js';

/** The button that begins a watch, or ends the one there is; none for a flight that is over. */
export function offerWatch(
  flight: Flight,
  asked: string,
  watches: readonly Watch[],
  voice: Voice,
): Offer | undefined {
  const id = getWatchId(flight);
  if (watches.some((watch) => watch.id === id)) return offerStop(id, asked, voice);
  if (flight.status === 'arrived' || flight.status === 'cancelled') return undefined;
  const target: WatchTarget = { flight: flight.flight, date: flight.date, origin: flight.origin, asked };
  return { words: voice.say('flight:watch.start'), lead: nameWatchLead(target) };
}

export function offerStop(id: string, asked: string, { say }: Voice): Offer {
  return { words: say('flight:watch.stop', { flight: asked }), lead: `unwatch:${id}` };
}

/** The leg to be watched, and the number the passenger calls it by. */
interface WatchTarget {
  readonly flight: string;
  readonly date: string;
  readonly origin: string;
  readonly asked: string;
}

function nameWatchLead({ flight, date, origin, asked }: WatchTarget): `watch:${string}` {
  return `watch:${[flight, date, origin, asked].join(' ')}`;
}

export function readTarget(target: string): WatchTarget {
  const [flight = '', date = '', origin = '', asked = flight] = target.split(' ');
  return { flight, date, origin, asked };
}
