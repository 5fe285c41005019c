import { findAirline } from '../../locales/places/index.js';
import { ANY_AIRLINE_NAME, findAirlineByName } from './airlineNames.js';
import type { FlightEntity } from './entities.js';
import type { FoldedText } from './offsets.js';
import { ENGLISH_TWO_LETTER_WORDS } from './shortWords.js';

// No word, file reference or seat may run into it ("PVGMU12345", "Wi-Fi 6"); a terminal may follow ("CA981T3").
const DESIGNATOR =
  /(?<![a-z0-9]|[a-z0-9][-_.'@#&])([a-z]{3}|[a-z][a-z0-9]|[0-9][a-z])( ?|-)(\d{1,4})(?:([a-z])(?![a-z0-9])|(?![a-z0-9])|(?=t\d(?!\d)))(?![.:]\d|,\d{3}(?!\d)| ?%)/g;
const NAMED = new RegExp(
  `(?<![a-z])(${ANY_AIRLINE_NAME})` +
    "((?:'s)?(?:航空)?(?:公司)?(?:的)?(?:航班|班机| ?flight)?(?:号| no\\.?| number)? ?)#?" +
    '(\\d{3,4}|[零〇一二三四五六七八九幺两洞]{3,4})([a-z])?(?![a-z0-9零〇一二三四五六七八九幺两洞]|[.,:]\\d| ?%)',
  'g',
);
const UNIT_FOLLOWS =
  /^ ?(?:kgs?|kilos?|lbs?|pounds?|g|cm|mm|km|ml|l|m|mah|wh|gb|h|hrs?|hours?|mins?|minutes?|days?|nights?|weeks?|months?|years?|people|persons?|passengers?|bags?|pieces?|pcs|am|pm|usd|rmb|cny|hkd|dollars?|euros?|yuan|miles|points)(?![a-z])|^ ?(?:公斤|千克|斤|元|块|分钟|小时|天|个|件|人|岁|年|排|楼|里程|积分)/;
const PLACE_PRECEDES =
  /(?:\b(?:gate|seat|row|room|belt|carousel)|登机口|登机门|闸口|座位|转盘|柜台)(?:是|为|号|:| |no\.?)*$/;
const TRAIN = /高铁|动车|火车|列车|车次|\btrains?\b/;
/** Rules on passengers' rights, which everybody writes as if they were flights of EU, EC and UK. */
const LAW = /^(?:eu|ec|uk)[ -]?0?261$/;
const AIRCRAFT = /^(?:7[0-8]7|3[0-58]0|31[89]|32[01]|220|909|919|190)$/;
const CHINESE_DIGITS = '零一二三四五六七八九〇幺两洞';
const DIGIT_OF = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 0];

/** Flight numbers of known airlines, by code (IATA or ICAO) or after the airline's name in either language. */
export function findFlightNumbers(text: FoldedText): FlightEntity[] {
  const found: FlightEntity[] = [];
  for (const match of text.lower.matchAll(DESIGNATOR)) {
    const [whole, prefix = '', gap = '', digits = '', suffix = ''] = match;
    const end = match.index + whole.length;
    const airline = findAirline(prefix)?.iata;
    if (!airline || LAW.test(whole)) continue;
    const isLower = text.cased.slice(match.index, match.index + prefix.length) === prefix;
    if (digits.length < countDigitsNeeded(prefix, gap, isLower)) continue;
    if (digits.length < 4 && UNIT_FOLLOWS.test(text.lower.slice(end - suffix.length, end + 12))) continue;
    if (PLACE_PRECEDES.test(text.lower.slice(Math.max(0, match.index - 16), match.index))) continue;
    if (!gap && /^[a-z]\d$/.test(prefix) && TRAIN.test(text.lower)) continue;
    found.push(...describeFlight(text, match.index, end, airline, digits, suffix));
  }
  if (ENDS_IN_NUMBER.test(text.lower)) found.push(...findNamedFlights(text));
  return found;
}

// The cheap sign that an airline's name may be followed by a number; the list of names is long to try everywhere.
const ENDS_IN_NUMBER = /(?:[^\da-z]|[a-z] #?|[a-z])\d{3,4}(?!\d)|[零〇一二三四五六七八九幺两洞]{3}/;

function findNamedFlights(text: FoldedText): FlightEntity[] {
  const found: FlightEntity[] = [];
  for (const match of text.lower.matchAll(NAMED)) {
    const [whole, name = '', between = '', number = '', suffix = ''] = match;
    const end = match.index + whole.length;
    const airline = findAirlineByName(name);
    const digits = number.replace(/\D/g, (digit) => String(DIGIT_OF[CHINESE_DIGITS.indexOf(digit)]));
    if (!airline || (AIRCRAFT.test(digits) && !/flight|航班|班机/.test(between))) continue;
    if (UNIT_FOLLOWS.test(text.lower.slice(end - suffix.length, end + 12))) continue;
    found.push(...describeFlight(text, match.index, end, airline, digits, suffix));
  }
  return found;
}

/** The less a code looks like one, the more digits it takes to believe it. */
function countDigitsNeeded(prefix: string, gap: string, isLower: boolean): number {
  if (prefix === 'eu') return 4;
  const hasDigit = /\d/.test(prefix);
  const isWord = ENGLISH_TWO_LETTER_WORDS.has(prefix);
  if (isLower && gap && (isWord || prefix.length === 3)) return Infinity;
  if (hasDigit || isWord || (isLower && gap)) return 3;
  if (prefix.length === 3) return isLower ? 3 : 2;
  return gap || isLower ? 2 : 1;
}

function describeFlight(
  text: FoldedText,
  start: number,
  end: number,
  airline: string,
  digits: string,
  suffix: string,
): FlightEntity[] {
  const number = digits.replace(/^0+/, '');
  if (number === '') return [];
  return [{ ...text.locate(start, end), flight: airline + number + suffix.toUpperCase(), airline }];
}
