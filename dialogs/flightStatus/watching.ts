import { RedeyeError } from '../../services/errors.js';
import {
  MOST_WATCHES,
  type FlightWatch,
  type Watch,
  type Watcher,
} from '../../services/flights/flightWatch.js';
import type { Flights } from '../../services/flights/port.js';
import { matchLanguage } from '../../locales/language.js';
import type { Desk } from '../desk.js';
import { createVoice, type Voice } from '../form/voice.js';
import { offerPerson } from '../leads.js';
import type { Offer, WatchLead } from '../offer.js';
import type { Outcome } from '../outcome.js';
import { showDay } from '../form/fields/showDay.js';
import { offerStop, readTarget } from './watchOffers.js';

interface WatchDesk {
  readonly desk: Desk;
  readonly flights: Flights;
  readonly watch: Pick<FlightWatch, 'subscribe' | 'unsubscribe' | 'list'>;
  readonly watcher: Watcher;
  readonly voice: Voice;
}

/** Acts on "tell me when it changes" and on "stop telling me". */
export async function followWatchLead(lead: WatchLead, desk: Desk, watcher: Watcher): Promise<Outcome> {
  const { flights, flightWatch: watch } = desk;
  const voice = createVoice(desk.translate, matchLanguage(watcher.language) ?? 'en');
  if (flights === undefined || watch === undefined) return say(voice.say('flight:watch.none'));
  const parts: WatchDesk = { desk, flights, watch, watcher, voice };
  const [kind, what] = [lead.slice(0, lead.indexOf(':')), lead.slice(lead.indexOf(':') + 1)];
  return kind === 'watch' ? startWatching(what, parts) : stopWatching(what, parts);
}

export function isWatchLead(lead: string): lead is WatchLead {
  return lead.startsWith('watch:') || lead.startsWith('unwatch:');
}

async function startWatching(target: string, parts: WatchDesk): Promise<Outcome> {
  const { flights, watch, watcher, voice } = parts;
  const { flight, date, origin, asked } = readTarget(target);
  const values = { flight: asked, day: showDay(date, voice.language) };
  try {
    const leg = (await flights.find({ flight, date })).find((each) => each.origin === origin);
    if (leg === undefined) return say(voice.say('flight:none.flight', values));
    const subscription = await watch.subscribe(watcher, leg, asked);
    switch (subscription.outcome) {
      case 'started':
      case 'known': {
        const key = subscription.outcome === 'started' ? 'flight:watch.started' : 'flight:watch.known';
        return say(voice.say(key, values), [offerStop(subscription.watch.id, asked, voice)]);
      }
      case 'over':
        return say(voice.say('flight:watch.over', values));
      case 'too-many': {
        const stops = (await watch.list(watcher.id)).map(({ id, asked: name }) => offerStop(id, name, voice));
        return say(voice.say('flight:watch.tooMany', { most: MOST_WATCHES }), stops);
      }
    }
  } catch (error) {
    return explainFailure(error, parts);
  }
}

/** `which` is a watch's id, a flight's number, or `all`. */
async function stopWatching(which: string, { watch, watcher, voice }: WatchDesk): Promise<Outcome> {
  const open = await watch.list(watcher.id);
  const meant = open.filter(
    ({ id, asked, known }) => which === 'all' || which === id || which === asked || which === known.flight,
  );
  if (meant.length === 0) return say(voice.say('flight:watch.none'));
  for (const { id } of meant) await watch.unsubscribe(watcher.id, id);
  return say(
    voice.say('flight:watch.stopped', { flights: meant.map((each) => nameWatch(each, voice)).join('; ') }),
  );
}

function nameWatch({ asked, known }: Watch, { say: words, language }: Voice): string {
  return words('flight:watch.named', { flight: asked, day: showDay(known.date, language) });
}

function explainFailure(error: unknown, { desk, voice }: WatchDesk): Outcome {
  if (!(error instanceof RedeyeError) || !error.code.startsWith('flights.')) throw error;
  return say(voice.say('flight:trouble.unreachable'), [offerPerson(desk.translate, voice.language)]);
}

function say(text: string, offers: readonly Offer[] = []): Outcome {
  return { replies: [{ text, offers, trace: { route: 'dialog:flight-status' } }] };
}
