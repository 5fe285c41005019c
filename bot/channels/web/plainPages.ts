import type { Language } from '../../../locales/language.js';
import { bundleStyles, readWebFile } from './bundle.js';
import { escapeHtml, fillTemplate } from './fillTemplate.js';
import type { WordsByLanguage } from './pageWords.js';

export interface PlainPageParts {
  readonly readWords: () => WordsByLanguage;
  readonly favicon: string;
}

interface PlainPageRequest {
  readonly language: Language;
  readonly nonce: string;
}

type RenderPlainPage = (request: PlainPageRequest) => string;

/** The page for an address that leads nowhere: in the visitor's language, and below in the other. */
export async function createNotFoundPage({ readWords, favicon }: PlainPageParts): Promise<RenderPlainPage> {
  const [template, logo, styles] = await Promise.all([
    readWebFile('chat/notFound.html'),
    readWebFile('design/logo.svg'),
    bundleStyles('design/tokens.css', 'design/base.css', 'chat/notFound.css'),
  ]);
  return ({ language, nonce }) => {
    const words = readWords();
    const other = language === 'en' ? 'zh-Hans' : 'en';
    const otherLanguage =
      `<div lang="${other}"><h2>${escapeHtml(words[other]['notFound.title'] ?? '')}</h2>` +
      `<p>${escapeHtml(words[other]['notFound.text'] ?? '')}</p></div>`;
    return fillTemplate(template, language, words[language], {
      language,
      nonce,
      styles,
      logo,
      favicon,
      otherLanguage,
    });
  };
}

/** A stand-in for a page of the airline's site, with the widget's one tag on it. */
export async function createWidgetDemoPage({ readWords, favicon }: PlainPageParts): Promise<RenderPlainPage> {
  const [template, logo, styles] = await Promise.all([
    readWebFile('widget/demo.html'),
    readWebFile('design/logo.svg'),
    bundleStyles('design/tokens.css', 'design/base.css', 'widget/demo.css'),
  ]);
  return ({ language, nonce }) =>
    fillTemplate(template, language, readWords()[language], { language, nonce, styles, logo, favicon });
}
