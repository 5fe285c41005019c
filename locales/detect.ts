import { listSimplifiedForms, toSimplified } from './chineseScripts.js';
import type { Language } from './language.js';

/** Foreign words every Chinese writer types in Latin letters: they do not make a sentence mixed. */
const LOANWORDS = new Set(
  'app wifi wi-fi vip id ok qq pos kg km cm pnr pir qr sim usb atm ktv pdf visa hi bye email iphone ipad'.split(
    ' ',
  ),
);

/** One-word messages that are English beyond doubt; any other single word may be a name or a code. */
const ENGLISH_WORDS = new Set(
  (
    'hello hi hey thanks thank thx please help yes yeah yep no nope agent human person representative operator ' +
    'refund cancel baggage luggage bag bags flight flights ticket tickets booking delay delayed delays complaint ' +
    'complain status change checkin check-in seat seats meal meals miles points bye goodbye sorry lost pets'
  ).split(' '),
);

/** Characters of written Cantonese and phonetic symbols of Taiwan, both seen with Traditional writing only. */
const TRADITIONAL_ONLY = /[ㄅ-ㄯ嘅咗喺冇佢嚟啲俾咁嗰噉睇諗畀攞揾搵冧嘢]/u;

/** Simplified forms that Traditional writing uses as well, as characters of their own. */
const IN_BOTH_SCRIPTS = new Set(
  '里后台面干范谷几斗丰折余云征御才准出只系向回吊托扣群线伙表借克冬卷厘叶吁咸困夸姜家局布帘志念愈愿才扎致舍荡苹著蔑蒙表谷采里钟闲雕霉须面鬼胡局仆升升吃周占并当尸岳么合赞尝秋秘异强乱灶污凶册凉减丑咨',
);

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}'’-]*/gu;
const NOT_LANGUAGE = /https?:\/\/\S+|\S+@\S+|\b(?=[a-z]*\d)[a-z\d-]+\b|\b[A-Z]{2,3}\b/giu;

/**
 * The language a message is written in, or undefined where it does not say: codes, numbers, names, emoji, and
 * sentences that mix both languages. `current` is the conversation's language so far; it decides what characters
 * common to both Chinese scripts mean.
 */
export function detectLanguage(text: string, current?: Language): Language | undefined {
  const words = text.normalize('NFKC').replace(NOT_LANGUAGE, (code) => (isWord(code) ? code : ' '));
  const han = words.match(HAN)?.length ?? 0;
  const latin = (words.match(LATIN_WORD) ?? []).filter((word) => word.length > 1);
  if (han > 0 || TRADITIONAL_ONLY.test(words)) {
    const foreign = latin.filter((word) => !LOANWORDS.has(word.toLowerCase()));
    return foreign.length > 0 && current !== undefined ? undefined : detectScript(words, current);
  }
  return isEnglish(latin, current) ? 'en' : undefined;
}

/** All-letter tokens of two or three capitals are codes (PVG, CA); the rest of what the pattern caught has a digit or is an address. */
function isWord(code: string): boolean {
  return /^[a-z]+$/i.test(code) && code !== code.toUpperCase();
}

function isEnglish(words: readonly string[], current: Language | undefined): boolean {
  if (words.length === 0) return false;
  if (words.some((word) => ENGLISH_WORDS.has(word.toLowerCase()))) return true;
  if (current === undefined) return true;
  const looksLikeName = words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word));
  return words.length > 1 && !looksLikeName;
}

function detectScript(text: string, current: Language | undefined): Language {
  if (TRADITIONAL_ONLY.test(text)) return 'zh-Hant';
  const simplified = [...toSimplified(text)];
  const characters = [...text];
  const traditional = characters.filter((character, index) => character !== simplified[index]).length;
  const simplifiedOnly = characters.filter((character) => getSimplifiedForms().has(character)).length;
  if (traditional > simplifiedOnly) return 'zh-Hant';
  if (simplifiedOnly > 0 || traditional > 0) return 'zh-Hans';
  return current === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
}

let simplifiedForms: ReadonlySet<string> | undefined;

/** What only Simplified writing uses, read once out of the converter's own dictionary. */
function getSimplifiedForms(): ReadonlySet<string> {
  simplifiedForms ??= new Set(listSimplifiedForms().filter((character) => !IN_BOTH_SCRIPTS.has(character)));
  return simplifiedForms;
}
