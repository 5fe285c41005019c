/** The few shapes of Web Chat (`window.WebChat`, 4.18) and of its Direct Line client (0.15) that the page uses. */

export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly locale?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: { readonly redeye?: { readonly route?: string } };
}

export interface Action {
  readonly type: string;
  readonly payload?: unknown;
}

export interface Store {
  dispatch(action: Action): void;
  getState(): { readonly sendBoxValue?: string };
  subscribe(listener: () => void): () => void;
}

interface Observable<Value> {
  subscribe(observer: { next?: (value: Value) => void; complete?: () => void; error?: () => void }): unknown;
}

export interface DirectLine {
  readonly activity$: Observable<Activity>;
  /** Above 2 (online): expired, failed, ended. */
  readonly connectionStatus$: Observable<number>;
  end(): void;
}

interface DirectLineOptions {
  readonly domain: string;
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
  readonly webSocket: boolean;
}

type Middleware = (store: unknown) => (next: (action: Action) => unknown) => (action: Action) => unknown;

export interface WebChat {
  createStore(initialState: object, ...middleware: Middleware[]): Store;
  createDirectLine(options: DirectLineOptions): DirectLine;
  createBrowserWebSpeechPonyfillFactory(): unknown;
  renderWebChat(props: Readonly<Record<string, unknown>>, element: HTMLElement): void;
}

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}

/** Loads Web Chat's bundle once. Rejects when it cannot be fetched; calling again tries again. */
export function loadWebChat(url: string, nonce: string): Promise<WebChat> {
  return new Promise((resolve, reject) => {
    if (window.WebChat) return resolve(window.WebChat);
    const script = document.createElement('script');
    script.src = url;
    script.nonce = nonce;
    script.onload = () =>
      window.WebChat ? resolve(window.WebChat) : reject(new Error('Web Chat did not start'));
    script.onerror = () => {
      script.remove();
      reject(new Error('Web Chat could not be fetched'));
    };
    document.head.append(script);
  });
}
