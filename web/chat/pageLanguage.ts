import type { Language } from '../../locales/language.js';
import { Keepsake } from './keepsake.js';
import { getElement, type PageData, type PageWords, type WordKey } from './pageData.js';

type Listener = (chosenHere: boolean) => void;

const COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** The language the page's own words are in, and the switch for it. */
export class PageLanguage {
  private readonly choice = new Keepsake('redeye.language');
  private readonly listeners: Listener[] = [];
  private now: Language;

  constructor(private readonly data: PageData) {
    this.now = data.language;
    const kept = this.choice.read();
    if (!data.languageAsked && this.isKnown(kept)) this.now = kept;
    if (this.now !== data.language) this.showWords();
    this.markChoice();
    this.choice.watch((value) => this.isKnown(value) && this.follow(value));
    for (const button of listButtons()) {
      button.addEventListener('click', () => this.change(button.dataset['language'] as Language, true));
    }
  }

  get current(): Language {
    return this.now;
  }

  get words(): PageWords {
    return this.data.words[this.now];
  }

  /** Calls back after each change, with whether it was made on this page's switch. */
  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Brings the page into a language that was chosen elsewhere: in words to the bot, or in another tab. */
  follow(language: Language): void {
    this.change(language, false);
  }

  isKnown(value: string | undefined): value is Language {
    return value !== undefined && value in this.data.words;
  }

  private change(language: Language, chosenHere: boolean): void {
    if (language === this.now) return;
    this.now = language;
    this.keep();
    this.showWords();
    this.markChoice();
    getElement('announcer').textContent = this.words['language.changed'];
    for (const listener of this.listeners) listener(chosenHere);
  }

  private keep(): void {
    this.choice.keep(this.now);
    // Lets the server render the next visit in this language from the first byte.
    document.cookie = `redeye-language=${this.now}; Path=/; Max-Age=${COOKIE_SECONDS}; SameSite=Lax`;
    const address = new URL(location.href);
    if (!address.searchParams.has('lang')) return;
    address.searchParams.delete('lang');
    history.replaceState(history.state, '', address);
  }

  /** Puts the words of the page's language into whatever asks for them by `data-word` and `data-word-label`. */
  showWords(): void {
    document.documentElement.lang = this.now;
    for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
      element.textContent = this.words[element.dataset['word'] as WordKey];
    }
    for (const element of document.querySelectorAll<HTMLElement>('[data-word-label]')) {
      element.setAttribute('aria-label', this.words[element.dataset['wordLabel'] as WordKey]);
    }
  }

  private markChoice(): void {
    for (const button of listButtons()) {
      button.setAttribute('aria-pressed', String(button.dataset['language'] === this.now));
    }
  }
}

function listButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-language]')];
}
