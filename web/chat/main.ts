import { Conversation } from './conversation.js';
import { Embedding } from './embedding.js';
import { offerNewConversation } from './newConversation.js';
import { getElement, readPageData, type QuickStart } from './pageData.js';
import { PageLanguage } from './pageLanguage.js';
import { Patience } from './patience.js';
import { Sessions } from './sessions.js';
import { StatusLine } from './statusLine.js';
import { showToast } from './toast.js';
import { loadWebChat, type Activity, type WebChat } from './webChat.js';

const LANGUAGE_ROUTE = 'language';

async function startPage(): Promise<void> {
  const data = readPageData();
  const nonce = document.querySelector('script')?.nonce ?? '';
  const language = new PageLanguage(data);
  const patience = new Patience();
  const status = new StatusLine(language, () => patience.hurry());

  const webChat = await loadPatiently(data.webChat, nonce, patience, status);
  const conversation = new Conversation(
    {
      data,
      nonce,
      language,
      patience,
      sessions: new Sessions(),
      report: (state) => status.show(state),
      onLost: () => showToast(language.words['status.fresh']),
      onReply: followReply,
    },
    webChat,
  );
  const embedding = new Embedding(() => conversation.room?.focusSendBox());

  language.onChange((chosenHere) => {
    conversation.room?.render(language.current, language.words);
    if (chosenHere) conversation.room?.announceLanguage(language.current);
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-start]')) {
    button.addEventListener('click', () => {
      const start = button.dataset['start'] as QuickStart;
      conversation.room?.say(data.quickStarts[language.current][start]);
      conversation.room?.focusSendBox();
    });
  }
  offerNewConversation(() => void conversation.startNew().then(() => conversation.room?.focusSendBox()));

  await conversation.open();
  getElement('skeleton').remove();
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-start], #new-conversation')) {
    button.disabled = false;
  }

  /** "Chinese, please" said to the bot turns the page as well. */
  function followReply({ type, locale, channelData }: Activity): void {
    if (type === 'message') embedding.announceReply();
    if (channelData?.redeye?.route === LANGUAGE_ROUTE && language.isKnown(locale)) language.follow(locale);
  }
}

async function loadPatiently(
  url: string,
  nonce: string,
  patience: Patience,
  status: StatusLine,
): Promise<WebChat> {
  for (;;) {
    try {
      return await loadWebChat(url, nonce);
    } catch {
      status.show('failed');
      await patience.wait();
      status.show('loading');
    }
  }
}

void startPage();
