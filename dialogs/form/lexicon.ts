import { normaliseText } from '../../faq/understanding/normalise.js';
import { LANGUAGES } from '../../locales/language.js';
import type { Translate, TranslationKey } from '../../locales/index.js';

/**
 * Word lists of the locale files, for recognising: those of all languages at once, since people mix them, as
 * `normaliseText` writes them.
 */
export class FormLexicon {
  private readonly lists = new Map<TranslationKey, readonly string[]>();
  private readonly groupLists = new Map<TranslationKey, readonly (readonly string[])[]>();

  constructor(private readonly translate: Translate) {}

  /** The words of a list written with `|` between them, longest first. */
  list(key: TranslationKey): readonly string[] {
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const list = splitWords(LANGUAGES.map((language) => this.translate(language, key)).join('|'));
    this.lists.set(key, list);
    return list;
  }

  /** A list whose places hold several words each, written with `,` between them; its order is kept. */
  groups(key: TranslationKey): readonly (readonly string[])[] {
    const known = this.groupLists.get(key);
    if (known !== undefined) return known;
    const written = LANGUAGES.map((language) => this.translate(language, key).split('|'));
    const longest = Math.max(...written.map((list) => list.length));
    const groups = Array.from({ length: longest }, (_, place) =>
      splitWords(written.map((list) => (list[place] ?? '').replaceAll(',', '|')).join('|')),
    );
    this.groupLists.set(key, groups);
    return groups;
  }
}

/** Words with `|` between them, normalised, longest first, each once. */
export function splitWords(words: string): string[] {
  const list = words.split('|').map(normaliseText);
  return [...new Set(list)].filter((each) => each !== '').sort((one, other) => other.length - one.length);
}
