import { toSimplified } from '../../locales/chineseScripts.js';
import type { FormLexicon } from '../form/lexicon.js';
import { findWithin } from '../form/wording.js';

const NAME =
  /^[\s:=\uff1a]*(\p{Script=Han}{1,4}(?!\p{Script=Han})|[\p{L}\p{M}'\u2019/-]+(?: [\p{Lu}][\p{L}\p{M}'\u2019/-]*){0,3})/u;

/** The name in "family name Smith", 我姓张: what follows the words that announce one. */
export function findSpokenName(text: string, lexicon: FormLexicon): string | undefined {
  const folded = toSimplified(text.toLowerCase());
  if (folded.length !== text.length) return undefined;
  const mark = findWithin(folded, lexicon.list('caseStatus:familyName.marks'));
  return mark && NAME.exec(text.slice(mark.at + mark.word.length))?.[1];
}
