import type { Language } from '../../locales/language.js';

/** What the script tag asks for. */
export interface Tag {
  /** Where the desk is served. */
  readonly origin: string;
  /** `data-language`; undefined leaves it to the visitor's browser. */
  readonly language: Language | undefined;
  /** `data-position`: the corner the button stands in. */
  readonly position: 'left' | 'right';
}

export interface WidgetWords {
  readonly open: string;
  readonly close: string;
  readonly panel: string;
  readonly unread: string;
}

/** Put in by the server when it bundles this script: the words, the style sheet, and the logo's drawing. */
declare const WIDGET: {
  readonly words: Readonly<Record<Language, WidgetWords>>;
  readonly styles: string;
  readonly logo: string;
};

export const { styles, logo } = WIDGET;

/** The tag this script runs from; undefined when it runs from none, as after being bundled by the host page. */
export function readTag(): Tag | undefined {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) return undefined;
  const { language, position } = script.dataset;
  return {
    origin: new URL(script.src).origin,
    language: language !== undefined && language in WIDGET.words ? (language as Language) : undefined,
    position: position === 'left' ? 'left' : 'right',
  };
}

export function chooseWords(language: Language | undefined): WidgetWords & { readonly language: Language } {
  const wished = [document.documentElement.lang, ...navigator.languages].map(match).find(Boolean);
  const chosen = language ?? wished ?? 'en';
  return { ...WIDGET.words[chosen], language: chosen };
}

function match(tag: string): Language | undefined {
  if (/^(zh-(hant|tw|hk|mo)|yue)\b/i.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh-Hans';
  return /^en\b/i.test(tag) ? 'en' : undefined;
}
