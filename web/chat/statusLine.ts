import { getElement, type WordKey } from './pageData.js';
import type { PageLanguage } from './pageLanguage.js';

export type ConnectionState =
  'loading' | 'connecting' | 'online' | 'reconnecting' | 'offline' | 'unreachable' | 'busy' | 'failed';

const CAN_RETRY: readonly ConnectionState[] = ['reconnecting', 'offline', 'unreachable', 'busy', 'failed'];

/** Says in words how the connection is, to eyes and to screen readers. */
export class StatusLine {
  private state: ConnectionState = 'loading';
  private readonly words = getElement('status-words');
  private readonly retry = getElement('retry');

  constructor(
    private readonly language: PageLanguage,
    onRetry: () => void,
  ) {
    this.retry.addEventListener('click', onRetry);
    language.onChange(() => this.showWords());
  }

  show(state: ConnectionState): void {
    if (state === this.state) return;
    this.state = state;
    document.documentElement.dataset['state'] = state;
    const canRetry = CAN_RETRY.includes(state);
    if (!canRetry && document.activeElement === this.retry) getElement('chat').focus();
    this.retry.hidden = !canRetry;
    this.showWords();
  }

  private showWords(): void {
    const key: WordKey = `status.${this.state}`;
    this.words.dataset['word'] = key;
    this.words.textContent = this.language.words[key];
  }
}
