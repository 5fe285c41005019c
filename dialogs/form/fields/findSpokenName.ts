import { toSimplified } from '../../../locales/chineseScripts.js';
import type { TranslationKey } from '../../../locales/index.js';
import type { FormLexicon } from '../lexicon.js';
import { findWithin } from '../wording.js';

const NAME =
  /^[\s:=\uff1a]*(\p{Script=Han}{1,4}(?!\p{Script=Han})|(?!\p{Script=Han})[\p{L}\p{M}'\u2019/-]+(?: [\p{Lu}][\p{L}\p{M}'\u2019/-]*){0,3})/u;

/** The name in "family name Smith", 我姓张: what follows the words that announce one, a list of the locale files. */
export function findSpokenName(
  text: string,
  marks: TranslationKey,
  lexicon: FormLexicon,
): string | undefined {
  const folded = toSimplified(text.toLowerCase());
  if (folded.length !== text.length) return undefined;
  const mark = findWithin(folded, lexicon.list(marks));
  return mark && NAME.exec(text.slice(mark.at + mark.word.length))?.[1];
}

/**
 * A whole name told in passing. In letters it has two words at least; in Chinese it begins with a family name, as 我叫
 * begins many another sentence ("I called an ambulance").
 */
export function findWholeName(text: string, lexicon: FormLexicon): string | undefined {
  const name = findSpokenName(text, 'form:fields.name.marks', lexicon);
  if (name === undefined) return undefined;
  if (!/^\p{Script=Han}/u.test(name)) return /[ /]/.test(name) ? name : undefined;
  const families = lexicon.list('form:fields.name.families');
  return name.length > 1 && families.some((family) => toSimplified(name).startsWith(family))
    ? name
    : undefined;
}
