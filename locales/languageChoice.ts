import { toSimplified } from './chineseScripts.js';
import { detectLanguage } from './detect.js';
import type { Language } from './language.js';

const MENTIONS: readonly { readonly pattern: RegExp; readonly language: Language | 'zh' }[] = [
  {
    pattern: /traditional(?: chinese)?|繁体(?:中文|字)?|正体(?:中文|字)?|广东话|粤语|cantonese/g,
    language: 'zh-Hant',
  },
  { pattern: /simplified(?: chinese)?|简体(?:中文|字)?/g, language: 'zh-Hans' },
  { pattern: /english|英文|英语|英语版|inglish|engish/g, language: 'en' },
  { pattern: /chinese|mandarin|中文|汉语|国语|普通话|华语/g, language: 'zh' },
];

/** Words before a language that turn it away: "I can't read English", "不要中文", "instead of 简体". */
const TURNED_AWAY =
  /(?:instead of|rather than|not|no|n't|dont|cant|cannot|why\b.{0,30}|stop|不要|不懂|不会|看不懂|听不懂|不用|别用?|唔识|唔明|为什么.{0,8}|为啥.{0,8})\s*(?:speak|talk|read|understand|use|in|any|much|说|讲|看|用|回|是)?\s*$/;

/**
 * Which language a passenger asks for in words, or undefined when the words name none (or only one to turn away
 * from, with no other to turn to). `current` is the language they are answered in now.
 */
export function findLanguageChoice(text: string, current: Language): Language | undefined {
  const plain = toSimplified(text.normalize('NFKC').toLowerCase());
  const mentions = MENTIONS.flatMap(({ pattern, language }) =>
    [...plain.matchAll(pattern)].map((match) => ({
      language: language === 'zh' ? chooseScript(text, current) : language,
      start: match.index,
      refused:
        TURNED_AWAY.test(plain.slice(0, match.index)) ||
        /^\s*(?:not so good|isn'?t|不好|不行|不太)/.test(plain.slice(match.index + match[0].length)),
    })),
  ).sort((one, other) => one.start - other.start);

  const wanted = mentions.filter(({ refused }) => !refused);
  const choice = wanted.find(({ language }) => language !== current) ?? wanted[0];
  if (choice !== undefined) return choice.language;
  return mentions.length > 0
    ? turnAwayFrom(
        mentions.map(({ language }) => language),
        text,
        current,
      )
    : undefined;
}

function turnAwayFrom(refused: readonly Language[], text: string, current: Language): Language {
  return refused.includes('en') ? chooseScript(text, current) : 'en';
}

/** "Chinese" alone: in the script the passenger writes, else the one they read now. */
function chooseScript(text: string, current: Language): Language {
  const script = detectLanguage(text.replace(/[a-z]/gi, ' '), current);
  if (script === 'zh-Hant' || script === 'zh-Hans') return script;
  return current === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
}
