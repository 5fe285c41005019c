import type { Floor } from '../../services/desk/floor.js';
import { isHeld, type HeldHandoff } from '../../services/desk/floorQueue.js';
import type { Handoff } from '../../services/desk/handoff.js';
import type { ConversationLog, LoggedActivity } from '../conversationLog.js';

export interface ChatFollowerParts {
  readonly conversationLog: Pick<ConversationLog, 'follow'>;
  /** Whether this process looks after the agent who holds it. */
  readonly isMine: (handoff: HeldHandoff) => boolean;
  /** Called for each thing said in a followed chat, in order, as it is recorded. */
  readonly onSaid: (handoff: Handoff, logged: LoggedActivity) => void;
}

/** Hears what is said in the chats held by this process's agents, and in those that are watched here. */
export class ChatFollower {
  private readonly followed = new Map<string, () => void>();
  private watched: ReadonlySet<string> = new Set();

  constructor(private readonly parts: ChatFollowerParts) {}

  /** Chats to follow whoever holds them. */
  watch(handoffs: ReadonlySet<string>, floor: Floor): void {
    this.watched = handoffs;
    this.update(floor);
  }

  /** Begins and ends following as the floor is now. */
  update(floor: Floor): void {
    const wanted = new Map(
      Object.values(floor.handoffs)
        .filter((handoff) => this.watched.has(handoff.id) || (isHeld(handoff) && this.parts.isMine(handoff)))
        .map((handoff) => [handoff.id, handoff]),
    );
    for (const [id, stop] of this.followed) {
      if (wanted.has(id)) continue;
      stop();
      this.followed.delete(id);
    }
    for (const [id, handoff] of wanted) {
      if (!this.followed.has(id)) this.follow(handoff);
    }
  }

  stop(): void {
    for (const stop of this.followed.values()) stop();
    this.followed.clear();
  }

  private follow(handoff: Handoff): void {
    const { conversation } = handoff;
    const stop = this.parts.conversationLog.follow(conversation, (logged) => {
      this.parts.onSaid(handoff, logged);
    });
    this.followed.set(handoff.id, stop);
  }
}
