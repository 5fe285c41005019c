import { getElement } from './pageData.js';

/** What the panel on the airline's page and the chat inside it tell each other. */
export type PanelMessage = { readonly redeye: 'close' | 'reply' | 'shown' };

/** Connects the chat with the panel it is shown in, if it is. */
export class Embedding {
  private readonly isEmbedded = 'embed' in document.documentElement.dataset && window.parent !== window;

  constructor(onShown: () => void) {
    if (!this.isEmbedded) return;
    getElement('close').addEventListener('click', () => this.tell('close'));
    document.addEventListener('keydown', (event) => {
      const usedInside = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
      if (event.key === 'Escape' && !usedInside) this.tell('close');
    });
    window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (source === window.parent && (data as PanelMessage | null)?.redeye === 'shown') onShown();
    });
  }

  /** The bot or an agent has said something. */
  announceReply(): void {
    if (this.isEmbedded) this.tell('reply');
  }

  /** Nothing said here is secret, and who may show the page in a frame the server has decided. */
  private tell(what: PanelMessage['redeye']): void {
    window.parent.postMessage({ redeye: what } satisfies PanelMessage, '*');
  }
}
