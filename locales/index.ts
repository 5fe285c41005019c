import i18next, { type i18n } from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { toTraditional } from './chineseScripts.js';
import { LANGUAGES, type Language } from './language.js';
import type { TranslationKey } from './keys.js';

export type { TranslationKey } from './keys.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * The words of the bot itself. Numbers and dates inside them are written the language's way:
 * `{{n, number}}`, `{{day, date}}` (an ISO day or a Date).
 */
export type Translate = (language: Language, key: TranslationKey, values?: Values) => string;

/** Fills `{{path}}` placeholders of a text that is not a locale key (an FAQ answer) from nested values. */
export type Interpolate = (language: Language, text: string, values: Values) => string;

export interface Words {
  readonly translate: Translate;
  readonly interpolate: Interpolate;
}

const INTL_TAGS: Record<Language, string> = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' };

/** The tag under which `Intl` knows the language's way of writing dates and numbers. */
export function getIntlTag(language: Language): string {
  return INTL_TAGS[language];
}

/** Reads all words once. A key that is missing at run time is a programming error and throws. */
export function loadWords(): Words {
  const engine = createEngine();
  const traditional = new Map<string, string>();
  const asTraditional = (text: string): string => {
    const known = traditional.get(text);
    if (known !== undefined) return known;
    const converted = toTraditional(text);
    traditional.set(text, converted);
    return converted;
  };

  return {
    translate(language, key, values = {}) {
      if (!engine.exists(key, { lng: language, ...values }))
        throw new Error(`No words for ${key} in ${language}`);
      const own = language !== 'zh-Hant' || engine.exists(key, { lng: language, fallbackLng: [], ...values });
      if (own) return engine.t(key, { lng: language, ...values });
      const template = engine.t(key, { lng: language, ...values, skipInterpolation: true });
      return interpolate(engine, language, asTraditional(template), values);
    },
    interpolate(language, text, values) {
      return interpolate(engine, language, text, values);
    },
  };
}

function interpolate(engine: i18n, language: Language, text: string, values: Values): string {
  return engine.services.interpolator.interpolate(text, { ...values }, language, {});
}

function createEngine(): i18n {
  const engine = i18next.createInstance();
  const folders = { en: 'en', 'zh-Hans': 'zh-Hans', 'zh-Hant': 'zh-Hant/overrides' };
  const resources = Object.fromEntries(
    LANGUAGES.map((language) => [language, readNamespaces(folders[language])]),
  );
  void engine.init({
    resources,
    ns: Object.keys(resources['en'] ?? {}),
    fallbackLng: { 'zh-Hant': ['zh-Hans'], default: [] },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  engine.services.formatter?.add('number', (value: number, language) =>
    new Intl.NumberFormat(toIntlTag(language)).format(value),
  );
  engine.services.formatter?.add('date', (value: string | Date, language) =>
    formatDay(value, toIntlTag(language)),
  );
  return engine;
}

function toIntlTag(language: string | undefined): string {
  return INTL_TAGS[language as Language] ?? INTL_TAGS.en;
}

/** An ISO day stands for itself, in no time zone. */
function formatDay(value: string | Date, tag: string): string {
  const day = typeof value === 'string' ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : value;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

function readNamespaces(folder: string): Record<string, object> {
  const base = new URL(`./${folder}/`, import.meta.url);
  const files = readdirSync(base).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(new URL(file, base), 'utf8')) as object,
    ]),
  );
}
