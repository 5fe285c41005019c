import type { Language } from '../../locales/language.js';
import type { PageWords, WordKey } from './pageData.js';
import { addSendButton } from './sendButton.js';
import { findSpeech } from './speech.js';
import { createStyleOptions } from './styleOptions.js';
import type { Action, Activity, DirectLine, Store, WebChat } from './webChat.js';

export interface RoomParts {
  readonly webChat: WebChat;
  readonly directLine: DirectLine;
  readonly nonce: string;
  readonly avatar: string;
  /** Sees what arrives from the bot after the passenger has said something on this page. */
  readonly onReply: (activity: Activity) => void;
}

const WEB_CHAT_LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-US',
  'zh-Hans': 'zh-Hans',
  'zh-Hant': 'zh-Hant',
};

/** Web Chat's own words that we say in ours. */
const OVERRIDES: Readonly<Record<string, WordKey>> = { TEXT_INPUT_PLACEHOLDER: 'chat.placeholder' };

/** One Web Chat, showing one conversation through one connection. */
export class Room {
  private readonly element = document.createElement('div');
  /** React owns everything in here. */
  private readonly chat = document.createElement('div');
  private readonly store: Store;
  private readonly speech: unknown;
  private spoken = false;

  constructor(
    private readonly parts: RoomParts,
    stage: HTMLElement,
    draft: string,
  ) {
    this.speech = findSpeech(parts.webChat);
    this.element.className = 'chat__room';
    this.chat.className = 'chat__web-chat';
    this.element.append(this.chat);
    stage.append(this.element);
    this.store = parts.webChat.createStore({}, () => (next) => (action) => {
      this.notice(action);
      return next(action);
    });
    if (this.speech !== undefined) addSendButton(this.element, this.store);
    if (draft) this.store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  }

  /** What stands in the message box, not sent yet. */
  get draft(): string {
    return this.store.getState().sendBoxValue ?? '';
  }

  /** Shows the room, or shows it anew in another language with everything said still there. */
  render(language: Language, words: PageWords): void {
    const { webChat, directLine, nonce, avatar } = this.parts;
    webChat.renderWebChat(
      {
        directLine,
        store: this.store,
        nonce,
        locale: WEB_CHAT_LOCALES[language],
        styleOptions: createStyleOptions(avatar),
        // Agents see that the passenger is writing.
        sendTypingIndicator: true,
        webSpeechPonyfillFactory: this.speech,
        overrideLocalizedStrings: (original: Record<string, string>) => ({
          ...original,
          ...Object.fromEntries(Object.entries(OVERRIDES).map(([name, key]) => [name, words[key]])),
        }),
      },
      this.chat,
    );
  }

  say(text: string): void {
    this.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'imBack' } });
  }

  /** Tells the bot which language to answer in from now on. */
  announceLanguage(language: Language): void {
    this.store.dispatch({
      type: 'WEB_CHAT/SEND_EVENT',
      payload: { name: 'redeye/language', value: language },
    });
  }

  focusSendBox(): void {
    this.element.querySelector<HTMLElement>('[data-id=webchat-sendbox-input]')?.focus();
  }

  close(): void {
    this.parts.directLine.end();
    this.element.remove();
  }

  private notice(action: Action): void {
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY') this.spoken = true;
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY' || !this.spoken) return;
    const { activity } = action.payload as { activity: Activity };
    if (activity.from?.role === 'bot') this.parts.onReply(activity);
  }
}
