import type { Voice } from '../form/voice.js';
import type { FlightQuery } from './flightQuery.js';

/** The words of a button that asks for the same once more: they say all there is to know, also days later. */
export function nameAgain(
  { flight, origin, destination, date, pick }: FlightQuery,
  today: string,
  { say }: Voice,
): string {
  const from = pick?.origin ?? origin?.code;
  const to = pick?.destination ?? destination?.code;
  const route = from && to ? [`${from} → ${to}`] : [];
  const day = pick?.date ?? (date?.days.length === 1 ? date.days[0] : undefined) ?? today;
  const what = [...(flight ? [flight] : []), ...route, say('flight:again.day', { day })];
  return say('flight:again.words', { what: what.join(say('flight:again.comma')) });
}
