import Fuse from 'fuse.js';
import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';
import { AMBIGUOUS_PLACE_NAMES, COMMON_WORDS_LIKE_PLACES } from './shortWords.js';
import { chineseNames, latinNames, type Place } from './placeNames.js';

const SHORTEST = 5;
const known = new LRUCache<string, { place: Place | undefined }>({ max: 2000 });
const namesByInitial = new Map<string, Fuse<string>>();

/** The place whose name differs from the word by a slip or two: `guangzou`, `shanghia`. */
export function findMisspeltName(word: string): Place | undefined {
  if (word.length < SHORTEST || word.length > 24 || COMMON_WORDS_LIKE_PLACES.has(word)) return undefined;
  const seen = known.get(word);
  if (seen) return seen.place;
  const slips = word.length < 9 ? 1 : 2;
  const best = chooseNames(word.charAt(0))
    .search(word, { limit: 5 })
    .map(({ item }) => ({ item, slips: countSlips(word, item) }))
    .filter((candidate) => candidate.slips <= slips)
    .sort((a, b) => a.slips - b.slips)[0];
  const place = best && latinNames.get(best.item);
  known.set(word, { place });
  return place;
}

/** Hardly anybody mistypes the first letter, and Fuse's time grows with what it searches. */
function chooseNames(initial: string): Fuse<string> {
  let fuse = namesByInitial.get(initial);
  if (!fuse) {
    const names = [...latinNames.keys()].filter((name) => name.startsWith(initial) && isFuzzy(name));
    fuse = new Fuse(names, { threshold: 0.4, distance: 10 });
    namesByInitial.set(initial, fuse);
  }
  return fuse;
}

function isFuzzy(name: string): boolean {
  return name.length >= SHORTEST && !AMBIGUOUS_PLACE_NAMES.has(name);
}

/** Letters left out, put in, changed, or swapped with their neighbour. */
function countSlips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? Infinity;
}

let namesBySound: Map<string, string> | undefined;

/** The place that sounds like the characters, one of which at least is right: 上嗨, 北经. */
export function findHomophone(characters: string): Place | undefined {
  namesBySound ??= indexBySound();
  for (const sound of listSounds(characters)) {
    const name = namesBySound.get(sound);
    if (name !== undefined && isSlipOf(name, characters)) return chineseNames.get(name);
  }
  return undefined;
}

// These stand so often after 到, 去, 回 that they mean themselves: 回的都一样, 去程都要, 到几多点.
const NEVER_A_SLIP = /[的了是不有在我你他这那哪程几里机进]/;

function isSlipOf(name: string, characters: string): boolean {
  const wrong = Array.from(characters).filter((character, index) => character !== name[index]);
  return wrong.length < characters.length && !wrong.some((character) => NEVER_A_SLIP.test(character));
}

/** Of names that sound alike the first keeps the sound, as the first listed are the better known. */
function indexBySound(): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of [...chineseNames.keys()].filter(isShort)) {
    const sound = ' ' + pinyin(name, { toneType: 'none' });
    if (!names.has(sound)) names.set(sound, name);
  }
  return names;
}

function isShort(name: string): boolean {
  return name.length >= 2 && name.length <= 4 && !/[^\u3400-\u9fff]/.test(name);
}

/** With every reading of every character, as the one meant is not known: 嗨 is hei or hai. */
function listSounds(characters: string): string[] {
  return Array.from(characters, readSyllables).reduce<string[]>(
    (sounds, syllables) => sounds.flatMap((sound) => syllables.map((syllable) => sound + ' ' + syllable)),
    [''],
  );
}

const syllablesOf = new LRUCache<string, readonly string[]>({ max: 4000 });

function readSyllables(character: string): readonly string[] {
  let syllables = syllablesOf.get(character);
  if (!syllables) {
    syllables = [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true }))];
    syllablesOf.set(character, syllables);
  }
  return syllables;
}
