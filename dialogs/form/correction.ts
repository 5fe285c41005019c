import { normaliseText } from '../../faq/understanding/normalise.js';
import { toSimplified } from '../../locales/chineseScripts.js';
import type { Field, FormInput } from './definition.js';
import { sliceInput } from './input.js';
import type { FormLexicon } from './lexicon.js';
import { findStart, findWithin } from './wording.js';

/** A correction of an earlier answer, as far as the words say what and to what. */
export interface Correction {
  /** The field it names; absent where it names none ("no, MU5101"). */
  readonly field?: Field;
  /** What stands after the name (or the opening words); empty in "change the tag". */
  readonly rest: FormInput;
}

/** Longer messages are stories: they hold such words without correcting anything. */
const LONGEST = 160;

/**
 * Reads "sorry, the date was Dec 2", 不对，航班号是MU5101, "change the tag": words that take something back, and the
 * field they name. Undefined for everything else.
 */
export function findCorrection(
  input: FormInput,
  fields: readonly Field[],
  lexicon: FormLexicon,
): Correction | undefined {
  if (input.text.length > LONGEST) return undefined;
  const opening = findStart(normaliseText(input.text), lexicon.list('commands:corrections'));
  const named = findNamedField(input, fields, lexicon);
  const inside = findWithin(normaliseText(input.text), lexicon.list('commands:correctionsWithin'));
  if (opening === undefined && (inside === undefined || named === undefined)) return undefined;
  if (named !== undefined) return named;
  return opening === undefined ? undefined : { rest: dropOpening(input, lexicon) };
}

/** The field the words name, wherever, and what stands after the name: "the flight number is MU5101". */
export function findNamedField(
  input: FormInput,
  fields: readonly Field[],
  lexicon: FormLexicon,
): { field: Field; rest: FormInput } | undefined {
  const folded = fold(input.text);
  const found = fields
    .flatMap((field) => {
      const place = findWithin(folded, field.names(lexicon));
      return place === undefined ? [] : [{ field, at: place.at, length: place.word.length }];
    })
    .sort((one, other) => other.length - one.length || one.at - other.at)[0];
  if (found === undefined) return undefined;
  return { field: found.field, rest: dropCopulas(sliceInput(input, found.at + found.length), lexicon) };
}

function dropOpening(input: FormInput, lexicon: FormLexicon): FormInput {
  let rest = input;
  for (let count = 0; count < 3; count += 1) {
    const word = findStart(fold(rest.text), lexicon.list('commands:corrections'));
    if (word === undefined) break;
    rest = trimInput(sliceInput(rest, word.length));
  }
  return dropCopulas(rest, lexicon);
}

function dropCopulas(input: FormInput, lexicon: FormLexicon): FormInput {
  let rest = trimInput(input);
  for (let count = 0; count < 3; count += 1) {
    const word = findStart(fold(rest.text), lexicon.list('commands:copulas'));
    if (word === undefined) break;
    rest = trimInput(sliceInput(rest, word.length));
  }
  return rest;
}

const LEADING_MARKS = /^[\s,.:;=!\uff0c\u3002\uff1a\uff1b\uff01\u3001"'\u201c\u201d\u300c\u300d-]+/;

function trimInput(input: FormInput): FormInput {
  return sliceInput(input, LEADING_MARKS.exec(input.text)?.[0].length ?? 0);
}

/** Lower case, half width, Simplified; each character in its place, or the text as it is where that cannot be kept. */
function fold(text: string): string {
  const folded = toSimplified(text.toLowerCase().replace(/[\uff01-\uff5e]/g, toHalfWidth)).replace(
    /[\u2019'-]/g,
    ' ',
  );
  return folded.length === text.length ? folded : text.toLowerCase();
}

function toHalfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
