import { getIntlTag } from '../../locales/index.js';
import { nameAirport, nameCity } from '../../locales/places/index.js';
import type { Language } from '../../locales/language.js';
import { toLocalMoment, type LocalMoment } from '../../services/flights/derive.js';
import type { Voice } from '../form/voice.js';
import type { FlightOption, SaidPlace } from './flightQuery.js';

/** "Mon 23 Nov", 11月23日周一. */
function showShortDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(getIntlTag(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** Day and time by the clocks of the airport; with the offset where these are not known. */
export function showMoment({ day, time, plusDays, zone, offset }: LocalMoment, voice: Voice): string {
  const moment = voice.say('flight:moment', { day: showShortDay(day, voice.language), time });
  const sign = plusDays > 0 ? `+${String(plusDays)}` : String(plusDays);
  const days = plusDays === 0 ? '' : ` (${sign})`;
  return `${moment}${days}${zone === null ? ` UTC${offset}` : ''}`;
}

/** "Beijing Capital (PEK)"; the code alone where nothing else is known. */
export function showAirport(code: string, { language, say }: Voice): string {
  const name = nameAirport(code, language);
  return name === code ? code : say('flight:place', { name, code });
}

export function showPlace({ code, kind }: SaidPlace, voice: Voice): string {
  return kind === 'city' ? nameCity(code, voice.language) : showAirport(code, voice);
}

/** One of several flights, as on its button. */
export function showOption(option: FlightOption, voice: Voice): string {
  const { flight, date, origin, destination, departure } = option;
  const { language, say } = voice;
  const when =
    departure === null
      ? showShortDay(date, language)
      : say('flight:moment', {
          day: showShortDay(date, language),
          time: toLocalMoment(departure, origin, date).time,
        });
  return say('flight:option', {
    flight,
    when,
    origin: nameAirport(origin, language),
    destination: nameAirport(destination, language),
  });
}
