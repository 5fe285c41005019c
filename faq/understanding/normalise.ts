import { Converter } from 'opencc-js/t2cn';
import { replaceRegionalWords } from './regionalWords.js';

const toSimplified = Converter({ from: 'twp', to: 'cn' });

const HAN = /\p{Script=Han}/u;
const CONTROL = /\p{Cc}/gu;
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}]/gu;
const APOSTROPHES = /(?<=\p{L})['\u2018\u2019\u02bc`\u00b4](?=\p{L})/gu;
const DIACRITICS = /\p{Mn}/gu;

/**
 * The form in which texts are compared: compatibility forms folded, lower case, Simplified characters with mainland
 * words for Taiwan's and Hong Kong's, accents off, runs of one letter cut to two, marks and emoji gone, single spaces.
 * For matching only; nobody is shown it. Empty when the text holds neither letters nor digits.
 */
export function normaliseText(text: string): string {
  let form = text.normalize('NFKC').toLowerCase().replace(CONTROL, ' ').replace(INVISIBLE, '');
  if (HAN.test(form)) form = replaceRegionalWords(toSimplified(form));
  return form
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .normalize('NFC')
    .replace(APOSTROPHES, '')
    .replace(/(\d)[,\u3001](?=\d{3}(?!\d))/g, '$1')
    .replace(
      /(?<=\d)([.:/-])(?=\d)|((?<=[a-z\d])-(?=\d)|(?<=\d{8})-(?=[a-z]))|[^\p{L}\p{N}%]/gu,
      keepJoiningMark,
    )
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function keepJoiningMark(_match: string, betweenDigits?: string, beforeDigit?: string): string {
  return betweenDigits ?? beforeDigit ?? ' ';
}
