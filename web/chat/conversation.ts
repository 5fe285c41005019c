import { getElement, type PageData } from './pageData.js';
import type { PageLanguage } from './pageLanguage.js';
import type { Patience } from './patience.js';
import { Room } from './room.js';
import { SessionError, type Session, type Sessions } from './sessions.js';
import type { ConnectionState } from './statusLine.js';
import { openSteadyLine, type LineKeeper, type SteadyLine } from './steadyDirectLine.js';
import type { Activity, WebChat } from './webChat.js';

export interface ConversationParts {
  readonly data: PageData;
  readonly nonce: string;
  readonly language: PageLanguage;
  readonly sessions: Sessions;
  readonly patience: Patience;
  readonly report: (state: ConnectionState) => void;
  readonly onReply: (activity: Activity) => void;
  /** What was said earlier is gone from the server; the page shows a new conversation. */
  readonly onLost: () => void;
}

interface Line {
  readonly session: Session;
  readonly room: Room;
  readonly steady: SteadyLine;
  renewedAt: number;
}

const TOKEN_SERVES_MS = 10 * 60_000;
const ONLINE = 2;
/** Streams that never open while the server answers all other calls: something on the way blocks WebSockets. */
const BLOCKED_STREAMS = 4;
const UNREACHABLE_AFTER = 4;

/** Keeps the passenger in their conversation: opens it, holds the line, and moves on when it has ended. */
export class Conversation {
  private line: Line | undefined;
  private opening: Promise<void> | undefined;
  private unopenedStreams = 0;

  constructor(
    private readonly parts: ConversationParts,
    private readonly webChat: WebChat,
  ) {
    setInterval(() => void this.renewToken(), TOKEN_SERVES_MS);
    document.addEventListener('visibilitychange', () => document.hidden || void this.renewToken());
    parts.sessions.onUseElsewhere((conversationId) => {
      if (this.line && conversationId !== this.line.session.conversationId) void this.open();
    });
  }

  get room(): Room | undefined {
    return this.line?.room;
  }

  /** Shows the remembered conversation, or a new one. Resolves when it is on the page; never rejects. */
  open(doing: 'connecting' | 'reconnecting' = 'connecting'): Promise<void> {
    this.opening ??= this.enter(doing).finally(() => (this.opening = undefined));
    return this.opening;
  }

  /** Leaves this conversation for good and starts another. */
  async startNew(): Promise<void> {
    await this.opening;
    this.parts.sessions.forget();
    await this.open();
  }

  private async enter(doing: 'connecting' | 'reconnecting'): Promise<void> {
    const { report } = this.parts;
    report(doing);
    const { session, streamUrl } = await this.connect(doing, '');
    const draft = this.leave();
    const polls = this.unopenedStreams >= BLOCKED_STREAMS;
    const steady = openSteadyLine(
      this.webChat,
      session,
      { streamUrl, webSocket: !polls },
      this.createKeeper(session.conversationId),
    );
    this.line = { session, steady, renewedAt: Date.now(), room: this.createRoom(steady, draft) };
    this.line.room.render(this.parts.language.current, this.parts.language.words);
    this.parts.language.showWords();
    this.watchForEnd(steady);
    if (polls) report('online');
  }

  private leave(): string {
    const { line } = this;
    this.line = undefined;
    line?.room.close();
    return line?.room.draft ?? '';
  }

  private createRoom({ directLine }: SteadyLine, draft: string): Room {
    const { nonce, data, onReply } = this.parts;
    const parts = { webChat: this.webChat, directLine, nonce, avatar: data.avatar, onReply };
    return new Room(parts, getElement('stage'), draft);
  }

  private createKeeper(conversationId: string): LineKeeper {
    return {
      connected: () => {
        this.unopenedStreams = 0;
        this.parts.report('online');
      },
      renewToken: () => void this.renewToken('now'),
      lost: () => {
        // What blocked the streams may have been the server's going down: they get another chance.
        this.unopenedStreams = 0;
        void this.open('reconnecting');
      },
      reconnect: async (watermark) => {
        this.unopenedStreams += 1;
        this.parts.report('reconnecting');
        await this.parts.patience.wait();
        const { session, streamUrl } = await this.connect('reconnecting', watermark);
        if (session.conversationId === conversationId && this.unopenedStreams < BLOCKED_STREAMS) {
          return { token: session.token, streamUrl };
        }
        void this.open();
        return new Promise(() => undefined);
      },
    };
  }

  /** Tries until the server gives a session and a stream, and says meanwhile what it is waiting for. */
  private async connect(
    doing: 'connecting' | 'reconnecting',
    watermark: string,
  ): Promise<{ session: Session; streamUrl: string }> {
    const { sessions, patience, report } = this.parts;
    for (;;) {
      try {
        const session = await this.openSession();
        const streamUrl = await sessions.openStream(session, watermark);
        if (streamUrl !== undefined) {
          patience.succeed();
          return { session, streamUrl };
        }
        sessions.forget();
      } catch (error) {
        if (!(error instanceof SessionError)) throw error;
        report(this.describeTrouble(error, doing));
        await patience.wait(error.retryAfterMs);
      }
    }
  }

  private async openSession(): Promise<Session> {
    const { sessions, language, onLost } = this.parts;
    const hadEarlier = sessions.hasEarlier;
    const session = await sessions.open(language.current);
    if (session.fresh && hadEarlier) onLost();
    return session;
  }

  private describeTrouble(error: SessionError, doing: 'connecting' | 'reconnecting'): ConnectionState {
    if (error.reason === 'busy') return 'busy';
    if (!navigator.onLine) return 'offline';
    return this.parts.patience.tried >= UNREACHABLE_AFTER ? 'unreachable' : doing;
  }

  private watchForEnd({ directLine }: SteadyLine): void {
    const reopen = (): void => {
      if (this.line?.steady.directLine === directLine) void this.open();
    };
    directLine.activity$.subscribe({ complete: reopen, error: reopen });
    directLine.connectionStatus$.subscribe({ next: (status) => status > ONLINE && reopen() });
  }

  private async renewToken(when: 'now' | 'if-old' = 'if-old'): Promise<void> {
    const { line } = this;
    if (!line || (when === 'if-old' && Date.now() - line.renewedAt < TOKEN_SERVES_MS / 2)) return;
    const session = await this.openSession().catch(() => undefined);
    if (!session || this.line !== line) return;
    if (session.conversationId !== line.session.conversationId) return this.open();
    line.steady.useToken(session.token);
    line.renewedAt = Date.now();
  }
}
