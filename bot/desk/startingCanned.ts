import { readFileSync } from 'node:fs';
import type { ReadFacts } from '../channels/web/pageWords.js';
import type { Translate, TranslationKey } from '../../locales/index.js';
import type { CannedReply } from '../../services/desk/cannedReplies.js';

/** The canned replies a new desk has: pairs from the locale files, with the airline's facts filled in. */
export function listStartingCanned(translate: Translate, readFacts: ReadFacts): CannedReply[] {
  const file = new URL('../../locales/en/agents.json', import.meta.url);
  const { canned } = JSON.parse(readFileSync(file, 'utf8')) as { canned: Record<string, object> };
  const pair = (key: string) => {
    const write = (language: 'en' | 'zh-Hans') =>
      translate(language, `agents:canned.${key}` as TranslationKey, { ...readFacts(language) });
    return { en: write('en'), zh: write('zh-Hans') };
  };
  return Object.keys(canned).map((name) => ({
    id: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    title: pair(`${name}.title`),
    text: pair(`${name}.text`),
  }));
}
