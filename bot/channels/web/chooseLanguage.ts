import type { IncomingMessage } from 'node:http';
import { LANGUAGES, matchLanguage, type Language } from '../../../locales/language.js';

const COOKIE = /(?:^|;\s*)redeye-language=([\w-]+)/;

export interface PageLanguage {
  readonly language: Language;
  /** The address itself asks for it (`?lang=`). */
  readonly asked: boolean;
}

/** The language to render a page in: the address's, else the one chosen on an earlier visit, else the browser's. */
export function choosePageLanguage(req: IncomingMessage): PageLanguage {
  const query = new URL(req.url ?? '/', 'http://unused').searchParams;
  const asked = matchLanguage(query.get('lang') ?? undefined);
  if (asked) return { language: asked, asked: true };
  const chosen = LANGUAGES.find((language) => language === COOKIE.exec(req.headers.cookie ?? '')?.[1]);
  return { language: chosen ?? chooseFromHeader(req.headers['accept-language'] ?? ''), asked: false };
}

function chooseFromHeader(header: string): Language {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...settings] = wish.split(';').map((part) => part.trim());
    const weight = settings.find((setting) => setting.startsWith('q='))?.slice(2);
    return { language: matchLanguage(tag), weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = wishes
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return best[0]?.language ?? 'en';
}
