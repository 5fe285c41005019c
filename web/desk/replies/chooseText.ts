import type { CannedReply } from '../../../bot/channels/desk/wire.js';
import { getPairLanguage } from '../words/pageLanguage.js';

/** What goes out of a canned reply to a passenger of a language, and how an agent reads it. */
export function chooseText({ text, traditional }: CannedReply, language: string): string {
  return language === 'zh-Hant' ? (traditional?.text ?? text.zh) : text[getPairLanguage(language)];
}

export function chooseTitle({ title, traditional }: CannedReply, language: string): string {
  return language === 'zh-Hant' ? (traditional?.title ?? title.zh) : title[getPairLanguage(language)];
}
