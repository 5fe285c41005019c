/** A piece of a normalised text. `shape` tokens stand for what varies without changing the meaning. */
export interface Token {
  readonly kind: 'han' | 'word' | 'number' | 'shape';
  readonly text: string;
}

const AIRLINE_NAMES =
  '(?:国航|东航|南航|海航|厦航|深航|川航|山航|春秋|吉祥|祥鹏|天津航|首都航|华夏航|红眼|国泰|港航|华航|长荣|星宇|虎航|air china)';
/** Two-letter words that come before a number without being an airline. */
const NOT_AIRLINES =
  'in|on|at|to|of|by|is|or|my|so|no|if|we|us|me|be|do|go|up|an|as|am|pm|it|he|kg|id|rs|ok|vs|id|cm|ml|wh';

/** Codes a passenger types, the most specific first; the first that fits at a place wins. */
const CODE_SHAPES: readonly (readonly [shape: string, pattern: string])[] = [
  ['#complaint-ref', 'c ?-?\\d{8} ?-?[a-z\\d]{5}'],
  ['#file-ref', '[a-z]{3} ?[a-z][a-z\\d] ?\\d{5}'],
  ['#bag-tag', `(?!(?:${NOT_AIRLINES})\\b)[a-z]{2} ?\\d{6}|\\d{10}`],
  ['#ticket', '\\d{3}-?\\d{10}'],
  ['#phone', '1\\d{10}|\\+\\d{10,13}'],
  [
    '#flight',
    `(?!(?:${NOT_AIRLINES}) )(?:[a-z]{2}|[a-z]\\d|\\d[a-z])(?: ?- ?)?\\d{3,4}|${AIRLINE_NAMES} ?\\d{3,4}`,
  ],
  ['#booking', '(?=[a-z]*\\d)(?=\\d*[a-z])(?!\\d+[a-z]{1,3}\\b)[a-z\\d]{6}'],
  ['#time', '\\d{1,2}:\\d{2}(?: ?[ap]m)?|\\d{1,2} ?[ap]m'],
  ['#date', '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?'],
];

const piece = new RegExp(
  CODE_SHAPES.map(([, pattern]) => `(?<![a-z\\d])(${pattern})(?![a-z\\d])`).join('|') +
    '|(\\p{Script=Han}+)|((?:(?!\\p{Script=Han})\\p{L})+)|(\\d+(?:[.:/-]\\d+)*)|%',
  'gu',
);
/** Every code has a digit; most texts have none, and are split at a fifth of the cost. */
const plainPiece = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})\p{L})+/gu;
const HAN_GROUP = CODE_SHAPES.length + 1;
const WORD_GROUP = HAN_GROUP + 1;
const NUMBER_GROUP = WORD_GROUP + 1;

/** Splits a normalised text into runs of Chinese characters, words, numbers and the shapes of codes. */
export function splitTokens(normalised: string): Token[] {
  return /\d/.test(normalised) ? splitWithCodes(normalised) : splitPlain(normalised);
}

function splitPlain(normalised: string): Token[] {
  return Array.from(normalised.matchAll(plainPiece), ([text, han]) => ({
    kind: han === undefined ? 'word' : 'han',
    text,
  }));
}

function splitWithCodes(normalised: string): Token[] {
  const tokens: Token[] = [];
  for (const match of normalised.matchAll(piece)) {
    const text = match[0];
    const shape = CODE_SHAPES.find((_, index) => match[index + 1] !== undefined);
    if (shape) tokens.push({ kind: 'shape', text: shape[0] });
    else if (match[HAN_GROUP] !== undefined) tokens.push({ kind: 'han', text });
    else if (match[WORD_GROUP] !== undefined) tokens.push({ kind: 'word', text });
    else if (match[NUMBER_GROUP] !== undefined) tokens.push({ kind: 'number', text });
  }
  return tokens;
}
