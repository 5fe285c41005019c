import type { Entry, FloorView, Note, ToPage } from '../../../bot/channels/desk/wire.js';
import { applyFloor, applyNoted, applySaid, applyTyping, findNews, type News } from './changes.js';
import { listOpenChats, type DeskState } from './deskState.js';
import type { Store } from './store.js';

/** What the page shows and says when something happens by itself. */
export interface FeedEvents {
  onNews(news: News): void;
  onSaid(handoff: string, entry: Entry): void;
  onNoted(handoff: string, note: Note): void;
}

interface Needs {
  readonly loadChat: (handoff: string) => void;
  /** Asks to hear what is said in a chat that is not the agent's. */
  readonly follow: (handoff: string) => void;
  readonly endSession: () => void;
}

/** Takes what the service sends into the store, loads the chats that come, and tells what is news. */
export class LiveFeed {
  /** Chats this agent has just taken or given away: their coming and going is no news. */
  readonly expected = new Set<string>();
  private events: FeedEvents | undefined;
  private reconnected = false;

  constructor(
    private readonly store: Store<DeskState>,
    private readonly needs: Needs,
  ) {}

  /** One listener at a time: whoever shows the page. Returns how to stop. */
  listen(events: FeedEvents): () => void {
    this.events = events;
    return () => {
      if (this.events === events) this.events = undefined;
    };
  }

  /** What was said while the connection was gone is loaded with the next view of the floor. */
  noteReconnected(): void {
    this.reconnected = true;
  }

  receive(message: ToPage): void {
    switch (message.type) {
      case 'floor':
        return this.takeFloor(message.floor);
      case 'said':
        this.store.change((state) => applySaid(state, message.handoff, message.entry));
        return this.events?.onSaid(message.handoff, message.entry);
      case 'noted':
        this.store.change((state) => applyNoted(state, message.handoff, message.note));
        return this.events?.onNoted(message.handoff, message.note);
      case 'passenger-typing':
        return this.store.change((state) => applyTyping(state, message.handoff, Date.now()));
      case 'signed-out':
        return this.needs.endSession();
      case 'done':
      case 'refused':
    }
  }

  private takeFloor(floor: FloorView): void {
    const before = this.store.get().floor;
    this.store.change((state) => applyFloor(state, floor, Date.now()));
    const { reconnected } = this;
    this.reconnected = false;
    if (reconnected) this.store.get().watched.forEach(this.needs.follow);
    for (const handoff of this.listStale(reconnected)) this.needs.loadChat(handoff);
    for (const news of findNews(before, floor)) {
      if (news.kind === 'arrived' || !this.expected.delete(news.head.handoff)) this.events?.onNews(news);
    }
  }

  /** Open chats of which the page knows nothing, or only what was before. */
  private listStale(all: boolean): string[] {
    const state = this.store.get();
    return listOpenChats(state).flatMap(({ handoff, heldSince }) => {
      const chat = state.chats[handoff];
      const stale = !chat || all || (chat.state === 'ready' && chat.heldSince !== heldSince);
      return stale ? [handoff] : [];
    });
  }
}
