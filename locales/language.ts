/** The languages a passenger can be answered in, as BCP 47 tags. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages the editors write; Traditional Chinese is derived from Simplified. */
export type WrittenLanguage = 'en' | 'zh';

export function getWrittenLanguage(language: Language): WrittenLanguage {
  return language === 'en' ? 'en' : 'zh';
}

/** The language that serves a reader of a BCP 47 tag (`zh-TW`, `en-GB`) best; undefined for any other language. */
export function matchLanguage(tag: string | undefined): Language | undefined {
  const plain = tag?.toLowerCase() ?? '';
  if (/^(zh-(hant|tw|hk|mo)|yue)\b/.test(plain)) return 'zh-Hant';
  if (/^zh\b/.test(plain)) return 'zh-Hans';
  return /^en\b/.test(plain) ? 'en' : undefined;
}
