import type { CannedReply, CaseHead, Session } from '../../../bot/channels/desk/wire.js';
import { applyCase, applyDetail, noteWorkedIn, putChat } from './changes.js';
import { deskApi } from './deskApi.js';
import { EMPTY_CHAT, INITIAL_STATE, isMine, type Chat, type DeskState, type View } from './deskState.js';
import { DeskStream, type Command, type Done } from './deskStream.js';
import { LiveFeed } from './liveFeed.js';
import { keptTexts } from './keptTexts.js';
import { Outbox } from './outbox.js';
import { ReadMarks } from './readMarks.js';
import { readRefusalCode } from './refusal.js';
import { Store } from './store.js';

/** The page's side of the desk: one store, fed by the stream, and everything an agent can do. */
export class Desk {
  readonly store = new Store<DeskState>({ ...INITIAL_STATE, outgoing: keptTexts.readOutgoing() });
  readonly feed: LiveFeed;
  readonly outbox: Outbox;
  readonly readMarks: ReadMarks;
  private readonly stream: DeskStream;

  constructor() {
    this.stream = new DeskStream({
      url: `${location.origin.replace(/^http/, 'ws')}/desk/api/stream`,
      checkSession: () => this.checkSession(),
      onConnection: (connection) => {
        if (connection.kind === 'online') this.feed.noteReconnected();
        this.store.change((state) => ({ ...state, connection }));
      },
      onMessage: (message) => this.feed.receive(message),
      onSignedOut: () => this.forgetSession(true),
    });
    const send = (command: Command): Promise<Done> => this.stream.send(command);
    this.outbox = new Outbox(this.store, send, (handoff) => void this.loadChat(handoff));
    this.readMarks = new ReadMarks(this.store, send);
    this.feed = new LiveFeed(this.store, {
      loadChat: (handoff) => void this.loadChat(handoff),
      follow: (handoff) => void this.stream.send({ do: 'watch', handoff }).catch(() => undefined),
      endSession: () => this.forgetSession(true),
    });
  }

  /** Finds out who is signed in, by the cookie or a one-time link, and connects. Throws a `Refusal`. */
  async start(link?: string): Promise<void> {
    this.begin(link ? await deskApi.signInByLink(link) : await deskApi.getSession());
  }

  async signIn(name: string, password: string): Promise<void> {
    this.begin(await deskApi.signIn({ name, password }));
  }

  async signOut(): Promise<void> {
    await deskApi.signOut();
    keptTexts.forget();
    this.forgetSession(false);
  }

  /** The sign-in is to be shown. `ended`: it was the service that ended the session. */
  forgetSession(ended: boolean): void {
    this.stream.close();
    this.store.change(() => ({ ...INITIAL_STATE, session: 'signed-out', ended }));
  }

  async choosePassword(password: string): Promise<void> {
    await deskApi.setPassword(password);
    this.needPassword(false);
  }

  /** Shows where to choose one, for those who go by a link still or want another. */
  askForPassword(): void {
    this.needPassword(true);
  }

  /** The one-time link is used up: without a password, the next sign-in needs another one. */
  skipPassword(): void {
    keptTexts.keepPasswordForLater();
    this.needPassword(false);
  }

  retryConnection(): void {
    this.stream.hurry();
  }

  /** Sends a command; rejects with a `Refusal`. A chat that leaves by it leaves without further news. */
  async act(command: Command): Promise<Done> {
    const leaving = command.do === 'transfer' || command.do === 'end' ? command.handoff : undefined;
    if (leaving !== undefined) this.feed.expected.add(leaving);
    try {
      return await this.stream.send(command);
    } catch (error) {
      if (leaving !== undefined) this.feed.expected.delete(leaving);
      throw error;
    }
  }

  /** Takes the next in the queue, the one named, or a held one from its agent, and works in it; tells which. */
  async take(command: Extract<Command, { do: 'take' | 'take-over' }>): Promise<string | undefined> {
    const { handoff, token } = await this.act(command);
    if (handoff === undefined) return undefined;
    if (!isMine(this.store.get(), handoff)) this.feed.expected.add(handoff);
    this.store.change((state) => {
      const chat: Chat = { ...(state.chats[handoff] ?? EMPTY_CHAT), token };
      return { ...noteWorkedIn(putChat(state, handoff, chat), handoff), view: 'chats' };
    });
    await this.loadChat(handoff);
    return handoff;
  }

  /** The token that must be shown with a command about a chat held. */
  getToken(handoff: string): string {
    return this.store.get().chats[handoff]?.token ?? '';
  }

  async watch(handoff: string): Promise<void> {
    await this.stream.send({ do: 'watch', handoff });
    this.store.change((state) => ({
      ...noteWorkedIn(state, handoff),
      watched: [...state.watched.filter((each) => each !== handoff), handoff],
      view: 'chats',
    }));
    await this.loadChat(handoff);
  }

  async unwatch(handoff: string): Promise<void> {
    this.store.change((state) => ({ ...state, watched: state.watched.filter((each) => each !== handoff) }));
    await this.stream.send({ do: 'unwatch', handoff });
  }

  workIn(handoff: string): void {
    this.store.change((state) => noteWorkedIn(state, handoff));
  }

  show(view: View): void {
    this.store.change((state) => ({ ...state, view }));
  }

  setCanned(canned: readonly CannedReply[]): void {
    this.store.change((state) => ({ ...state, canned }));
  }

  /** A case was filed for the passenger of a chat that may be open here. */
  noteCase(handoff: string, head: CaseHead): void {
    this.store.change((state) => applyCase(state, handoff, head));
  }

  /** Loads a chat as it stands; what was heard meanwhile stays. */
  async loadChat(handoff: string): Promise<void> {
    const known = this.store.get().chats[handoff];
    if (known?.state !== 'ready') this.markChat(handoff, 'loading');
    try {
      const detail = await deskApi.getChat(handoff);
      this.store.change((state) => applyDetail(state, handoff, detail));
      this.outbox.flush(handoff);
    } catch (error) {
      if (known?.state !== 'ready') this.markChat(handoff, 'failed');
      if (readRefusalCode(error) === 'signed-out') this.forgetSession(true);
    }
  }

  private markChat(handoff: string, mark: Chat['state']): void {
    this.store.change((state) =>
      putChat(state, handoff, { ...(state.chats[handoff] ?? EMPTY_CHAT), state: mark }),
    );
  }

  private needPassword(needsPassword: boolean): void {
    this.store.change(({ session, ...state }) => ({
      ...state,
      session: typeof session === 'string' ? session : { ...session, needsPassword },
    }));
  }

  private begin(session: Session): void {
    this.store.change((state) => ({ ...state, session, ended: false }));
    if (keptTexts.isPasswordForLater()) this.needPassword(false);
    this.stream.open();
    void deskApi.listCanned().then(
      (canned) => this.setCanned(canned),
      () => undefined,
    );
  }

  private async checkSession(): Promise<boolean> {
    try {
      await deskApi.getSession();
      return true;
    } catch (error) {
      if (readRefusalCode(error) === 'signed-out') return false;
      throw error;
    }
  }
}
