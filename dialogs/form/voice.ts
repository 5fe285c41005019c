import type { Translate, TranslationKey } from '../../locales/index.js';
import type { Language } from '../../locales/language.js';

/** The bot's words in the passenger's language. */
export interface Voice {
  readonly language: Language;
  readonly say: (key: TranslationKey, values?: Readonly<Record<string, unknown>>) => string;
}

export function createVoice(translate: Translate, language: Language): Voice {
  return { language, say: (key, values) => translate(language, key, values) };
}
