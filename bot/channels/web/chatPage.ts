import { LANGUAGES, type Language } from '../../../locales/language.js';
import type { Translate } from '../../../locales/index.js';
import { bundleStyles, readWebFile } from './bundle.js';
import { embedJson, escapeHtml, fillTemplate } from './fillTemplate.js';
import { mapLanguages, type ReadFacts, type WordsByLanguage } from './pageWords.js';

export interface ChatPageParts {
  readonly translate: Translate;
  readonly readWords: () => WordsByLanguage;
  readonly readFacts: ReadFacts;
  /** Addresses of what the page loads. */
  readonly addresses: {
    readonly script: string;
    readonly webChat: string;
    readonly avatar: string;
    readonly favicon: string;
  };
}

export interface ChatPageRequest {
  readonly language: Language;
  readonly languageAsked: boolean;
  readonly embedded: boolean;
  readonly nonce: string;
}

/** The buttons say to the bot what its own welcome offers, so that it cannot misunderstand them. */
const QUICK_STARTS = ['flightStatus', 'baggage', 'complaint', 'person'] as const;

/** Reads the page's template and styles once and returns how to render it for a request. */
export async function createChatPage(parts: ChatPageParts): Promise<(request: ChatPageRequest) => string> {
  const { translate, readWords, readFacts, addresses } = parts;
  const [template, icons, logo, styles] = await Promise.all([
    readWebFile('chat/chat.html'),
    readWebFile('chat/icons.svg'),
    readWebFile('design/logo.svg'),
    bundleStyles('design/tokens.css', 'design/base.css', 'chat/chat.css'),
  ]);
  const quickStarts = mapLanguages((language) =>
    Object.fromEntries(QUICK_STARTS.map((name) => [name, translate(language, `desk:quickStarts.${name}`)])),
  );

  return ({ language, languageAsked, embedded, nonce }) => {
    const words = readWords();
    const { phone } = readFacts(language);
    const { webChat, avatar } = addresses;
    return fillTemplate(template, language, words[language], {
      ...addresses,
      language,
      nonce,
      styles,
      icons,
      logo,
      phone: escapeHtml(phone),
      phoneDigits: phone.replace(/[^\d+]/g, ''),
      description: escapeHtml(words[language]['page.description'] ?? ''),
      embed: embedded ? ' data-embed' : '',
      noScript: composeNoScript(words, phone),
      data: embedJson({ language, languageAsked, words, quickStarts, webChat, avatar }),
    });
  };
}

/** Without JavaScript nothing can switch the language: all three are there. */
function composeNoScript(words: WordsByLanguage, phone: string): string {
  return LANGUAGES.map((language) => {
    const text = escapeHtml(words[language]['page.noScript'] ?? '');
    return `<p lang="${language}">${text} <strong>${escapeHtml(phone)}</strong></p>`;
  }).join('');
}
