import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';
import type { ConversationLog, LoggedActivity } from '../../conversationLog.js';
import type { ActivitySet } from './outgoing.js';

export interface StreamParts {
  readonly conversationLog: Pick<ConversationLog, 'follow' | 'readAfter'>;
  readonly present: (logged: readonly LoggedActivity[]) => Promise<Partial<Activity>[]>;
}

/** A client this far behind is let go: it comes back with its watermark and misses nothing. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
const TRY_AGAIN_LATER = 1013;

/** One client's WebSocket: everything after its watermark once, in order, first from the log and then live. */
export class ActivityStream {
  private readonly stopFollowing: () => void;
  private work: Promise<void>;
  private sent: number;

  constructor(
    private readonly parts: StreamParts,
    private readonly socket: WebSocket,
    conversationId: string,
    watermark: number,
    onError: (error: unknown) => void,
  ) {
    this.sent = watermark;
    const guard = (error: unknown): void => {
      onError(error);
      socket.close(TRY_AGAIN_LATER);
    };
    this.work = Promise.resolve();
    // Following before reading leaves no gap; what is then seen twice is told by its position.
    this.stopFollowing = parts.conversationLog.follow(conversationId, (logged) => {
      this.work = this.work.then(() => this.sendLogged(logged)).catch(guard);
    });
    this.work = this.replay(conversationId).catch(guard);
    socket.once('close', this.stopFollowing);
  }

  /** Sends something that has no place in the log, such as a typing sign. */
  announce(activity: Partial<Activity>): void {
    this.work = this.work.then(() => this.write({ activities: [activity] }));
  }

  private async replay(conversationId: string): Promise<void> {
    const { activities, position } = await this.parts.conversationLog.readAfter(conversationId, this.sent);
    for (const logged of activities) await this.sendLogged(logged);
    this.sent = Math.max(this.sent, position);
  }

  /** One activity a frame: directlinejs mixes up the order of frames with several that follow closely. */
  private async sendLogged(logged: LoggedActivity): Promise<void> {
    if (logged.position <= this.sent) return;
    this.sent = logged.position;
    const activities = await this.parts.present([logged]);
    if (activities.length > 0) await this.write({ activities, watermark: String(logged.position) });
  }

  private write(set: ActivitySet): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve();
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.stopFollowing();
      this.socket.close(TRY_AGAIN_LATER);
      return Promise.resolve();
    }
    this.socket.send(JSON.stringify(set));
    return Promise.resolve();
  }
}
