import { ActivityTypes, type Middleware, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { createConversationData, type ConversationData } from '../../dialogs/conversationData.js';
import { detectLanguage } from '../../locales/detect.js';
import { matchLanguage, type Language } from '../../locales/language.js';

const DEFAULT_LANGUAGE: Language = 'en';

/**
 * Settles the language of the turn before anything is said: the passenger's explicit choice, else the language of
 * the words (but not of a name or an address that was asked for), else the conversation's. `activity.locale` is always set afterwards: the SDK would fall back to the
 * server's own.
 */
export class LocaleMiddleware implements Middleware {
  constructor(private readonly conversation: StatePropertyAccessor<ConversationData>) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { activity } = context;
    const known = await this.conversation.get(context);
    const text = activity.type === ActivityTypes.Message ? (activity.text ?? '') : '';
    const data = known ?? createConversationData(chooseFirstLanguage(text, activity.locale));
    if (!data.language.chosen && !data.awaitsOwnWords) {
      data.language.current = detectLanguage(text, data.language.current) ?? data.language.current;
    }
    activity.locale = data.language.current;
    await this.conversation.set(context, data);
    await next();
  }
}

function chooseFirstLanguage(text: string, hint: string | undefined): Language {
  return matchLanguage(hint) ?? detectLanguage(text) ?? DEFAULT_LANGUAGE;
}
