import type { Storage } from 'botbuilder';
import { z } from 'zod';
import type { LanguageHint } from './channels/directline/parts.js';
import { detectLanguage } from '../locales/detect.js';
import { LANGUAGES, matchLanguage, type Language } from '../locales/language.js';

const CHANNEL = 'directline';
const savedState = z.object({
  conversation: z.object({ language: z.object({ current: z.enum(LANGUAGES) }) }),
});

/** The language to speak outside a turn: the one the conversation is held in, else what the words and the client say. */
export function createLanguageChooser(storage: Storage): (hint: LanguageHint) => Promise<Language> {
  return async ({ conversationId, text, locale }) => {
    const key = `${CHANNEL}/conversations/${conversationId}/`;
    const saved = savedState.safeParse((await storage.read([key]))[key]);
    if (saved.success) return saved.data.conversation.language.current;
    return detectLanguage(text ?? '') ?? matchLanguage(locale) ?? 'en';
  };
}
