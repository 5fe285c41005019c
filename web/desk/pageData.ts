import type english from '../../locales/en/agents.json';
import type { Language } from '../../locales/language.js';

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** A word of the page, by its path in the locale files. */
export type WordKey = Exclude<Paths<typeof english>, `canned.${string}`>;

type PageWords = Readonly<Record<WordKey, string>>;

/** What the server puts into the page for its script. */
export interface PageData {
  /** The language the page was rendered in. */
  readonly language: Language;
  readonly words: Readonly<Record<Language, PageWords>>;
}

/** Reads what the server embedded; it and this script come from the same start of the same server. */
export function readPageData(): PageData {
  return JSON.parse(document.getElementById('page-data')?.textContent ?? '') as PageData;
}
