import type { Language } from '../../locales/language.js';
import type english from '../../locales/en/web.json';

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** A word of the page, by its path in the locale files. */
export type WordKey = Paths<typeof english>;

export type PageWords = Readonly<Record<WordKey, string>>;

export type QuickStart = 'flightStatus' | 'baggage' | 'complaint' | 'person';

/** What the server puts into the page for its script. */
export interface PageData {
  /** The language the page was rendered in. */
  readonly language: Language;
  /** The address asked for this language; the browser's wishes and earlier choices do not count. */
  readonly languageAsked: boolean;
  readonly words: Readonly<Record<Language, PageWords>>;
  /** What each quick start says to the bot. */
  readonly quickStarts: Readonly<Record<Language, Readonly<Record<QuickStart, string>>>>;
  /** Addresses. */
  readonly webChat: string;
  readonly avatar: string;
}

/** Reads what the server embedded; it and this script come from the same start of the same server. */
export function readPageData(): PageData {
  return JSON.parse(getElement('page-data').textContent ?? '') as PageData;
}

/** An element the page is known to have. */
export function getElement<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element as Kind;
}
