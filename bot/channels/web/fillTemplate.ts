import type { Language } from '../../../locales/language.js';

type Words = Readonly<Record<string, string>>;

const EMPTY_ELEMENT = /(<[a-z]\w*\b[^>]*\bdata-word="([\w.]+)"[^>]*>)(?=<\/)/g;
const LABEL = /\bdata-word-label="([\w.]+)"/g;
const SLOT = /\{\{(\w+)\}\}/g;

/**
 * A page from its template: `{{slot}}` takes a value as it is, an empty element with `data-word` takes that word, and
 * `data-word-label` becomes the element's accessible name. The page's script does the latter two again on a switch.
 * A slot or word that does not exist is a programming error and throws.
 */
export function fillTemplate(template: string, language: Language, words: Words, slots: Words): string {
  return template
    .replace(EMPTY_ELEMENT, (_match, tag: string, key: string) => tag + escapeHtml(find(words, key)))
    .replace(LABEL, (label, key: string) => `${label} aria-label="${escapeHtml(find(words, key))}"`)
    .replace(
      /\bdata-language="([\w-]+)"/g,
      (attribute, own) => `${attribute} aria-pressed="${own === language}"`,
    )
    .replace(SLOT, (_match, slot: string) => find(slots, slot));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that can stand inside a script element, whatever it contains. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

function find(values: Words, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`The page asks for ${name}, which there is not`);
  return value;
}
