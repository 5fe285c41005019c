import type { DirectLine, WebChat } from './webChat.js';
import { DIRECT_LINE_URL, type Session } from './sessions.js';

/** What the page sees to itself instead of leaving it to the client. */
export interface LineKeeper {
  /** The stream was lost. Returns the new one as soon as there is one; never rejects. */
  reconnect(watermark: string): Promise<{ token: string; streamUrl: string }>;
  /** A call was refused because its token had expired. */
  renewToken(): void;
  /** A stream opened. */
  connected(): void;
  /** Polling failed; the client has given up on it without a word. */
  lost(): void;
}

interface AjaxCall {
  do(observer: { error(failure: { readonly status: number }): void }): AjaxCall;
}

const POLL = /\/activities\?watermark=/;
/** Of these two the client tells by its status. */
const FORBIDDEN = 403;
const NOT_FOUND = 404;

/** The client's inner parts that are replaced; the package is archived, so they stay as they are. */
interface Insides {
  token: string;
  streamUrl: string;
  watermark: string;
  services: { WebSocket: typeof WebSocket; ajax: (request: { readonly url: string }) => AjaxCall };
  getRetryDelay(): number;
  reconnectToConversation(): PromiseLike<null>;
  expiredToken(): void;
}

export interface SteadyLine {
  readonly directLine: DirectLine;
  useToken(token: string): void;
}

/**
 * A Direct Line client that survives what the original gives up on. Of itself it notices a lost stream, says nothing,
 * waits up to 15 seconds, and ends for good when its token has expired over a night.
 */
export function openSteadyLine(
  webChat: WebChat,
  { token, conversationId }: Session,
  { streamUrl, webSocket }: { readonly streamUrl: string; readonly webSocket: boolean },
  keeper: LineKeeper,
): SteadyLine {
  const directLine = webChat.createDirectLine({
    domain: DIRECT_LINE_URL,
    token,
    conversationId,
    streamUrl,
    webSocket,
  });
  const insides = directLine as unknown as Insides;
  insides.getRetryDelay = () => 0;
  insides.expiredToken = () => keeper.renewToken();
  insides.reconnectToConversation = async () => {
    const fresh = await keeper.reconnect(insides.watermark);
    insides.token = fresh.token;
    insides.streamUrl = fresh.streamUrl;
    return null;
  };
  insides.services.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('open', () => keeper.connected());
    }
  };
  const { ajax } = insides.services;
  insides.services.ajax = (request) => {
    const call = ajax(request);
    if (!POLL.test(request.url)) return call;
    return call.do({ error: ({ status }) => status === FORBIDDEN || status === NOT_FOUND || keeper.lost() });
  };
  return { directLine, useToken: (newToken) => (insides.token = newToken) };
}
