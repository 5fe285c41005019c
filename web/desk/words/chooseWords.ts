import type { PageWords } from '../../../bot/channels/desk/wire.js';
import type { Language } from '../../../locales/language.js';
import { getPairLanguage } from './pageLanguage.js';

/** Of words the service sends in all languages, those of the page's own. */
export function chooseWords(words: PageWords, language: Language): string {
  return language === 'zh-Hant' ? words.zhHant : words[getPairLanguage(language)];
}
