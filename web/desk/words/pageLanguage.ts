import type { Language } from '../../../locales/language.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const INTL_TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' };

/** The tag under which the browser knows the language's way of writing dates and numbers. */
export function getIntlTag(language: Language): string {
  return INTL_TAGS[language];
}

/** Turns the page to a language, now and at the next visit. */
export function keepPageLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.cookie = `redeye-language=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
}

/** `en` or `zh`, of any of the three: languages that come in pairs come as these. */
export function getPairLanguage(language: string): 'en' | 'zh' {
  return language.startsWith('zh') ? 'zh' : 'en';
}
