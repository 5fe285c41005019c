/** The languages a passenger can be answered in, as BCP 47 tags. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages the editors write; Traditional Chinese is derived from Simplified. */
export type WrittenLanguage = 'en' | 'zh';

export function getWrittenLanguage(language: Language): WrittenLanguage {
  return language === 'en' ? 'en' : 'zh';
}
