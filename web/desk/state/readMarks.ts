import type { DeskState } from './deskState.js';
import type { Command, Done } from './deskStream.js';
import { Presence } from './presence.js';
import type { Store } from './store.js';

/** Tells the service up to where a chat was read: on the screen, with somebody sitting before it. */
export class ReadMarks {
  /** What is on the screen now, by handoff. */
  private readonly onScreen = new Map<string, number>();
  private readonly told = new Map<string, string>();
  private readonly presence = new Presence(() => this.tell());

  constructor(
    private readonly store: Store<DeskState>,
    private readonly send: (command: Command) => Promise<Done>,
  ) {}

  /** A chat's newest entries stand on the screen, up to this position, until `hide`. */
  show(handoff: string, position: number): void {
    this.onScreen.set(handoff, position);
    this.tell();
  }

  hide(handoff: string): void {
    this.onScreen.delete(handoff);
  }

  private tell(): void {
    if (!this.presence.isHere) return;
    for (const [handoff, position] of this.onScreen) {
      const token = this.store.get().chats[handoff]?.token;
      const mark = `${token} ${position}`;
      if (token === undefined || this.told.get(handoff) === mark) continue;
      this.told.set(handoff, mark);
      this.send({ do: 'read', handoff, token, position }).catch(() => this.told.delete(handoff));
    }
  }
}
