import type { Connections } from './connections.js';
import { selectView, type SharedView } from './floorView.js';

export interface FloorFeedParts {
  readonly connections: Connections;
  readonly shareView: () => SharedView;
}

const CHANGED_MS = 50;
/** Unread counts: the pages hear of what is said at once, on its own. */
const COUNTED_MS = 1000;
/** A long queue is sent less often: each of many pages gets all of it. */
const MS_PER_WAITING = 0.5;

/** Sends every page its view of the floor, soon after it changed. */
export class FloorFeed {
  private timer: NodeJS.Timeout | undefined;
  private due = Infinity;
  private queueLength = 0;
  /** The agents whose pages are to be told; undefined: all. */
  private concerned: Set<string> | undefined = new Set();

  constructor(private readonly parts: FloorFeedParts) {}

  /** The floor changed: all pages are told. */
  noteChange(): void {
    this.concerned = undefined;
    this.sendWithin(CHANGED_MS + this.queueLength * MS_PER_WAITING);
  }

  /** Something was said to an agent, or read by them: theirs are told, and supervisors'. */
  noteCount(agent: string): void {
    this.concerned?.add(agent);
    this.sendWithin(COUNTED_MS + this.queueLength * MS_PER_WAITING);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.due = 0;
  }

  private sendWithin(ms: number): void {
    const due = performance.now() + ms;
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => this.send(), ms).unref();
  }

  private send(): void {
    const { concerned } = this;
    this.due = Infinity;
    this.concerned = new Set();
    const pages = this.parts.connections
      .list()
      .filter(({ account }) => concerned?.has(account.id) !== false || account.role === 'supervisor');
    if (pages.length === 0) return;
    const shared = this.parts.shareView();
    this.queueLength = shared.queue.length;
    // The bulk of it is the same for all.
    const queue = JSON.stringify(shared.queue);
    const agents = JSON.stringify(shared.agents);
    for (const page of pages) {
      const own = { ...selectView(shared, page.account), queue: undefined, agents: undefined };
      const rest = JSON.stringify({ type: 'floor', floor: own });
      page.sendText(`${rest.slice(0, -'}}'.length)},"agents":${agents},"queue":${queue}}}`);
    }
  }
}
