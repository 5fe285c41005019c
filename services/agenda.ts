import type { Json } from './eventLog.js';

/** Something to do at a time. */
export interface AgendaItem {
  /** One item a key: scheduling a key again replaces what was there. Any characters. */
  readonly key: string;
  readonly due: Date;
  /** Whose it is: chooses the handler. */
  readonly kind: string;
  readonly data: Json;
}

export interface AgendaEntry extends AgendaItem {
  /** How often it was postponed since it was scheduled. */
  readonly attempts: number;
  /** Differs each time the key is scheduled. */
  readonly token: string;
}

/**
 * What is to be done at a time, kept across restarts. At least once: an entry is handed out again, after a crash
 * too, until it is settled, so what it leads to must bear being done twice.
 */
export interface Agenda {
  /** Survives the end of the process once it returns. */
  schedule(item: AgendaItem): Promise<void>;
  /** Removes what is scheduled under a key, if anything. */
  cancel(key: string): Promise<void>;
  /** Up to `limit` entries due at `now` or before, the longest due first. */
  takeDue(now: Date, limit: number): Promise<AgendaEntry[]>;
  /**
   * The entry is done: removes it, or puts it off to `next`. Does nothing when the key was scheduled or cancelled
   * since the entry was taken: the newer wish stands.
   */
  settle(entry: AgendaEntry, next?: Date): Promise<void>;
  /** As settling it to a later time, but counted as another attempt. */
  postpone(entry: AgendaEntry, due: Date): Promise<void>;
  /** Calls back after each scheduling of this process, and returns how to stop that. */
  onSchedule(listener: (due: Date) => void): () => void;
}
