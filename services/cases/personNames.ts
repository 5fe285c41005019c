import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

let simplify: ((text: string) => string) | undefined;

const HAN = /\p{Script=Han}/u;
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mstr', 'chd', 'dr']);

/**
 * Whether what was asked for is the family name, or the whole name, of the name on file. Case, width, accents, spaces,
 * titles and the order of the names do not matter, nor whether one is in characters and the other in pinyin.
 */
export function matchesName(filed: string, asked: string): boolean {
  const onFile = readName(filed);
  const given = readName(asked);
  if (given.whole[0] === undefined) return false;
  // Two names in characters are compared as characters: many family names sound the same.
  if (onFile.isHan && given.isHan) {
    const [whole = ''] = onFile.han;
    return onFile.han.includes(given.han[0] ?? '') && (given.han[0] ?? '').length <= whole.length;
  }
  return given.whole.some((name) => onFile.whole.includes(name) || onFile.family.includes(name));
}

/** The same for the same person's name written another way, as far as that can be known. */
export function normaliseName(name: string): string {
  const { isHan, han, tokens } = readName(name);
  return isHan ? (han[0] ?? '') : [...tokens].sort().join(' ');
}

interface ReadName {
  readonly isHan: boolean;
  /** The whole name in Simplified, then what its family name can be. */
  readonly han: readonly string[];
  readonly tokens: readonly string[];
  /** What the family name can be, in letters. */
  readonly family: readonly string[];
  /** The whole name in letters without spaces, in both orders. */
  readonly whole: readonly string[];
}

function readName(name: string): ReadName {
  const plain = name.normalize('NFKC').trim();
  return HAN.test(plain) ? readHanName(plain) : readLatinName(plain);
}

function readHanName(name: string): ReadName {
  simplify ??= Converter({ from: 't', to: 'cn' });
  const whole = [...simplify(name)].filter((character) => HAN.test(character)).join('');
  // A family name has one character, or two when a given name follows.
  const families = [1, 2]
    .filter((length) => length === 1 || whole.length > length)
    .map((n) => whole.slice(0, n));
  const syllables = pinyin(whole, { toneType: 'none', type: 'array', mode: 'surname' }).map(flatten);
  const spell = (from: number, to?: number): string => syllables.slice(from, to).join('');
  const orders = [1, 2].map((length) => spell(length) + spell(0, length));
  return {
    isHan: true,
    han: [whole, ...families],
    tokens: syllables,
    family: families.map((family) => spell(0, family.length)),
    whole: [spell(0), ...orders],
  };
}

function readLatinName(name: string): ReadName {
  const [beforeSlash = [], ...afterSlash] = name.split('/').map(splitTokens);
  const given = afterSlash.flat();
  const tokens = [...beforeSlash, ...given];
  const family = given.length > 0 ? [beforeSlash.join('')] : listEnds(tokens);
  const reversed =
    given.length > 0 ? [...given, ...beforeSlash] : [...tokens.slice(1), ...tokens.slice(0, 1)];
  const lastFirst = [...tokens.slice(-1), ...tokens.slice(0, -1)];
  const whole = [tokens, reversed, lastFirst].map((parts) => parts.join('')).filter((part) => part !== '');
  return { isHan: false, han: [], tokens, family, whole };
}

/** Without a slash the family name can stand first or last, and have up to three words (van der Berg). */
function listEnds(tokens: readonly string[]): string[] {
  const lengths = [1, 2, 3].filter((length) => length === 1 || length < tokens.length);
  return lengths.flatMap((length) => [tokens.slice(0, length).join(''), tokens.slice(-length).join('')]);
}

function splitTokens(text: string): string[] {
  const tokens = flatten(text)
    .split(/[^\p{L}]+/u)
    .filter((token) => token !== '');
  return tokens.length > 1 ? tokens.filter((token) => !TITLES.has(token)) : tokens;
}

/** Without accents; a passport writes ü as YU, a keyboard as v. */
function flatten(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b([ln])(?:v|yu)(?=e?\b)/g, '$1u');
}
