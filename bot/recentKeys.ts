import { LRUCache } from 'lru-cache';
import type { EventLog, StoredEvent } from '../services/eventLog.js';
import { readKey } from './conversationEvents.js';

/** How far back a resent activity is recognised. A client resends within seconds, long before this is full. */
export const RECENT_EVENTS = 64;
const CONVERSATIONS = 1000;

interface Recent {
  /** The stream's version when its keys were looked at; an append that expects it proves they are all. */
  version: number;
  /** Where the activity of each key stands. */
  readonly keys: Map<string, number>;
}

/** The keys of what was received last, per stream, so that a message costs no look through its conversation. */
export class RecentKeys {
  private readonly streams = new LRUCache<string, Recent>({ max: CONVERSATIONS });

  constructor(private readonly eventLog: EventLog) {}

  async load(stream: string): Promise<Readonly<Recent>> {
    const known = this.streams.get(stream);
    if (known) return known;
    const recent: Recent = { version: 0, keys: new Map() };
    addEvents(recent, await this.eventLog.readLast(stream, RECENT_EVENTS));
    this.streams.set(stream, recent);
    return recent;
  }

  /** Takes in events just appended; when others came between, the stream is looked at again next time. */
  note(stream: string, events: readonly StoredEvent[]): void {
    const recent = this.streams.get(stream);
    const first = events[0];
    if (!recent || !first) return;
    if (first.version === recent.version + 1) addEvents(recent, events);
    else this.forget(stream);
  }

  forget(stream: string): void {
    this.streams.delete(stream);
  }
}

function addEvents(recent: Recent, events: readonly StoredEvent[]): void {
  for (const event of events) {
    recent.version = event.version;
    const key = readKey(event);
    if (key !== undefined) recent.keys.set(key, event.version);
  }
  for (const [key, position] of recent.keys) {
    if (position > recent.version - RECENT_EVENTS) break;
    recent.keys.delete(key);
  }
}
