import {
  listAirports,
  listAirportsOfCity,
  listCities,
  nameCity,
  type Airport,
  type City,
} from '../../locales/places/index.js';
import type { PlaceEntity } from './entities.js';
import { foldText } from './offsets.js';

export type Place = Pick<PlaceEntity, 'code' | 'kind'>;

const HAN = /[\u3400-\u9fff]/;
const CODE_LIKE = /^[A-Z]{2,3}$/;

/** Names in Chinese (Simplified), by name. */
export const chineseNames = new Map<string, Place>();
/** Names in Latin letters, by their letters alone: `losangeles`, `xian`. */
export const latinNames = new Map<string, Place>();
/** IATA codes of airports and of cities with several, and usual short forms (HK, LA): capitals. */
export const placeCodes = new Map<string, Place>();

const chineseNamesByFirst = new Map<string, string[]>();

for (const city of listCities()) addCity(city);
for (const airport of listAirports()) addAirport(airport);
for (const name of [...chineseNames.keys()].sort((a, b) => b.length - a.length)) {
  const first = name.charAt(0);
  chineseNamesByFirst.set(first, [...(chineseNamesByFirst.get(first) ?? []), name]);
}

/** The longest Chinese name that stands at the position. */
export function findChineseNameAt(text: string, position: number): string | undefined {
  return chineseNamesByFirst.get(text.charAt(position))?.find((name) => text.startsWith(name, position));
}

/** A name's letters, as `latinNames` is keyed. */
function keepLetters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function addCity(city: City): void {
  const hasSeveral = listAirportsOfCity(city.code).length > 1;
  const place: Place = { code: city.code, kind: hasSeveral ? 'city' : 'airport' };
  for (const name of [city.en, city.zh, city['zh-Hant'] ?? '', ...(city.aliases ?? [])]) addName(name, place);
  if (hasSeveral) placeCodes.set(city.code, place);
}

function addAirport(airport: Airport): void {
  const place: Place = { code: airport.code, kind: 'airport' };
  placeCodes.set(airport.code, place);
  const traditional = airport['zh-Hant'] ?? '';
  for (const name of [airport.en, airport.zh, traditional, ...(airport.nicknames ?? [])])
    addName(name, place);
  const city = listCities().find(({ code }) => code === airport.city);
  if (!city) return;
  // An airport's own name is often a common word: with the word airport behind it, it is the airport.
  const ownChinese = cutStart(airport.zh, city.zh);
  const ownTraditional = cutStart(traditional, nameCity(city.code, 'zh-Hant'));
  const ownEnglish = cutStart(airport.en, city.en);
  for (const own of [ownChinese, ownTraditional]) {
    if (own) for (const suffix of ['机场', '国际机场']) addName(own + suffix, place);
  }
  if (ownEnglish) addName(`${ownEnglish} Airport`, place);
}

function cutStart(name: string, start: string): string {
  return name.startsWith(start) ? name.slice(start.length).trim() : '';
}

/** The first to bear a name keeps it; a name with its country or province in brackets is not said that way. */
function addName(name: string, place: Place): void {
  if (name === '' || /[（(]/.test(name)) return;
  if (CODE_LIKE.test(name)) {
    if (!placeCodes.has(name)) placeCodes.set(name, place);
    return;
  }
  const folded = foldText(name).cased;
  const names = HAN.test(folded) ? chineseNames : latinNames;
  const key = HAN.test(folded) ? folded : keepLetters(folded);
  if (key.length > 1 && !names.has(key)) names.set(key, place);
}
