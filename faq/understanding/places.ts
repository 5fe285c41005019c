import { findAirport } from '../../locales/places/index.js';
import type { PlaceEntity } from './entities.js';
import { findHomophone, findMisspeltName } from './misspeltPlaces.js';
import type { FoldedText } from './offsets.js';
import {
  hasTravelAround,
  hasTravelAroundLatin,
  hasTravelBefore,
  isFalseEdge,
  isInOtherName,
  stoodAsPlace,
} from './placeContext.js';
import { chineseNames, findChineseNameAt, latinNames, placeCodes, type Place } from './placeNames.js';
import { assignRoles, type PlaceMatch } from './placeRoles.js';
import { AMBIGUOUS_PLACE_NAMES, WORDLIKE_AIRPORT_CODES } from './shortWords.js';

const HAN = /[\u3400-\u9fff]/;
const LATIN_WORDS = /[a-z]+/g;
const GAP_IN_NAME = /^(?: |[-'.]|\. | - ?)$/;
const MOST_WORDS_IN_NAME = 4;
/** Looking for slips costs more than everything else here; a sentence does not name more places than this. */
const MOST_GUESSES = 6;

/** Cities and airports by name or code, well or badly spelt, with their part in the journey. */
export function findPlaces(text: FoldedText): PlaceEntity[] {
  const chinese = HAN.test(text.lower) ? findChineseNames(text.lower) : [];
  const places = [...chinese, ...findLatinNames(text)].sort((a, b) => a.start - b.start);
  return assignRoles(text.lower, mergeCityWithAirport(text.lower, places)).map(
    ({ start, end, ...place }) => ({
      ...text.locate(start, end),
      ...place,
    }),
  );
}

/** "Paris CDG", "Guangzhou (CAN)": the city only says where the airport is. */
function mergeCityWithAirport(text: string, places: readonly PlaceMatch[]): PlaceMatch[] {
  return places.reduce<PlaceMatch[]>((merged, place) => {
    const last = merged.at(-1);
    const isOfLast = last && (place.code === last.code || findAirport(place.code)?.city === last.code);
    if (!isOfLast || place.kind === 'city' || !/^ ?[(,]? ?$/.test(text.slice(last.end, place.start))) {
      return [...merged, place];
    }
    const end = text.charAt(place.end) === ')' ? place.end + 1 : place.end;
    return [...merged.slice(0, -1), { ...place, start: last.start, end }];
  }, []);
}

function findChineseNames(text: string): PlaceMatch[] {
  const found: PlaceMatch[] = [];
  let guesses = 0;
  let position = 0;
  while (position < text.length) {
    const name = findChineseNameAt(text, position);
    if (name && isPlaceHere(name, text, position)) {
      found.push({ ...(chineseNames.get(name) as Place), start: position, end: position + name.length });
      position += name.length;
      continue;
    }
    if (!name && guesses < MOST_GUESSES * 4 && AFTER_JOURNEY.test(text.charAt(position - 1))) {
      guesses += 1;
      const guess = guessHomophoneAt(text, position);
      if (guess) {
        found.push(guess);
        position = guess.end;
        continue;
      }
    }
    position += 1;
  }
  return found;
}

const AFTER_JOURNEY = /[从到飞往去至回抵]/;

function isPlaceHere(name: string, text: string, start: number): boolean {
  const end = start + name.length;
  if (isFalseEdge(name, text, start) || isInOtherName(text, start, end)) return false;
  return !AMBIGUOUS_PLACE_NAMES.has(name) || hasTravelAround(text, start, end);
}

function guessHomophoneAt(text: string, start: number): PlaceMatch | undefined {
  for (const length of [3, 2]) {
    const characters = text.slice(start, start + length);
    if (characters.length < length || /[^\u3400-\u9fff]/.test(characters)) continue;
    const place = findHomophone(characters);
    if (place) return { ...place, start, end: start + length };
  }
  return undefined;
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function findLatinNames(text: FoldedText): PlaceMatch[] {
  const words = Array.from(text.lower.matchAll(LATIN_WORDS), (match): Word => {
    return { word: match[0], start: match.index, end: match.index + match[0].length };
  });
  const found: PlaceMatch[] = [];
  let guesses = 0;
  for (let index = 0; index < words.length;) {
    const known = findNameAt(text, words, index) ?? findCode(text, words[index]);
    const mayGuess = !known && guesses < MOST_GUESSES && mayBeMisspelt(text.lower, words[index]);
    if (mayGuess) guesses += 1;
    const match = known ?? (mayGuess ? guessNameAt(text.lower, words, index) : undefined);
    if (match) found.push(match);
    const { end } = match ?? { end: words[index]?.end ?? 0 };
    while (index < words.length && (words[index]?.start ?? 0) < end) index += 1;
  }
  return found;
}

/** The longest name that begins with the word: "new york", "newyork", "xi'an". */
function findNameAt(text: FoldedText, words: readonly Word[], index: number): PlaceMatch | undefined {
  let letters = '';
  let longest: PlaceMatch | undefined;
  const first = words[index];
  if (!first) return undefined;
  for (let count = 0; count < MOST_WORDS_IN_NAME; count += 1) {
    const last = words[index + count];
    const previous = words[index + count - 1];
    if (!last || (count > 0 && previous && !GAP_IN_NAME.test(text.lower.slice(previous.end, last.start))))
      break;
    letters += last.word;
    const place =
      letters.length > 2 && (count === 0 || letters.length > 3) ? latinNames.get(letters) : undefined;
    if (place && isNameHere(letters, text, first.start, last.end))
      longest = { ...place, start: first.start, end: last.end };
  }
  return longest;
}

function isNameHere(letters: string, text: FoldedText, start: number, end: number): boolean {
  if (isInOtherName(text.lower, start, end)) return false;
  return !AMBIGUOUS_PLACE_NAMES.has(letters) || stoodAsPlace(text.lower, start, end);
}

/** Codes are believed in capitals; in small letters where no word looks so (`pvg`), or between words of travel. */
function findCode({ cased, lower }: FoldedText, word: Word | undefined): PlaceMatch | undefined {
  if (!word || word.word.length > 3 || word.word.length < 2) return undefined;
  const { start, end } = word;
  const code = word.word.toUpperCase();
  const place = placeCodes.get(code);
  if (!place || /[\da-z]/.test(lower.charAt(end) + lower.charAt(start - 1))) return undefined;
  const isCapital = cased.slice(start, end) === code;
  const isUsualWord = WORDLIKE_AIRPORT_CODES.has(code);
  if (isCapital && !isUsualWord && !isInOtherName(lower, start, end)) return { ...place, start, end };
  if (!isCapital && (isUsualWord || code.length < 3)) return undefined;
  const isUnlikeWords = !isCapital && !/[aeiouy]/.test(word.word);
  const isBracketed = isCapital && lower.charAt(start - 1) === '(' && lower.charAt(end) === ')';
  if (isUnlikeWords || isBracketed || hasTravelAroundLatin(lower, start, end))
    return { ...place, start, end };
  return undefined;
}

const FIRST_OF_SEVERAL =
  /^(?:new|los|las|san|hong|kuala|saint|st|abu|tel|cape|rio|siem|phnom|chiang|nha|phu|salt|mexico|buenos|kota|gold|ho)$/;

/** A text so short that it may be nothing but the name that was asked for. */
function isBareAnswer(text: string, word: Word): boolean {
  return text.length <= 20 && word.start === 0 && /^[a-z]+(?:[ .-][a-z]+)?$/.test(text.trim());
}

function mayBeMisspelt(text: string, word: Word | undefined): boolean {
  if (!word || (word.word.length < 5 && !FIRST_OF_SEVERAL.test(word.word))) return false;
  return (
    isBareAnswer(text, word) ||
    hasTravelBefore(text, word.start) ||
    /^ (?:to|airport)\b|^ ?[→>-]/.test(text.slice(word.end, word.end + 9))
  );
}

function guessNameAt(text: string, words: readonly Word[], index: number): PlaceMatch | undefined {
  const first = words[index];
  if (!first) return undefined;
  const second = FIRST_OF_SEVERAL.test(first.word) ? words[index + 1] : undefined;
  const end = second?.end ?? first.end;
  if (isInOtherName(text, first.start, end)) return undefined;
  const place = findMisspeltName(first.word + (second?.word ?? ''));
  return place && { ...place, start: first.start, end };
}
