import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { StoredEvent } from '../../../services/eventLog.js';
import { Listeners } from '../../listeners.js';
import { warnOf } from '../../warning.js';
import type { Database } from './database.js';
import { readEventRow } from './eventRows.js';
import { decodeName } from './names.js';
import type { Session } from './session.js';

const REMEMBERED_STREAMS = 10_000;

/** `<process>.<append> <stream's number> <first version> <last version>` */
const NOTICE = /^(\S+) (\d+) (\d+) (\d+)$/;
const nameSchema = z.object({ name: z.string() });

const READ_NEWS = `SELECT s.name, e.version, e.event, e.previous_hash, e.hash
  FROM events e JOIN streams s ON s.id = e.stream_id
  WHERE e.stream_id = $1 AND e.version > $2 AND e.version <= $3 ORDER BY e.version`;

interface Announced {
  readonly events: readonly StoredEvent[];
  readonly settle: () => void;
  isStored: boolean;
}

/** An append about to be made known. */
export interface Announcement {
  /** Goes out with the append's transaction and comes back when its turn is there. */
  readonly label: string;
  /** The append was stored: waits until this process's subscribers were told. */
  made(): Promise<void>;
  /** The append was not stored. */
  withdraw(): void;
}

/**
 * Who subscribed is told of every process's appends, in the one order in which they became lasting: the database's
 * notifications come in it, our own among them.
 */
export class EventNews {
  private readonly listeners = new Listeners<readonly StoredEvent[]>();
  private readonly announced = new Map<string, Announced>();
  /** The last version told of each stream, so that what a lost connection kept from us is told with the next. */
  private readonly told = new LRUCache<string, number>({ max: REMEMBERED_STREAMS });
  private readonly stops: (() => void)[];
  private telling: Promise<void> = Promise.resolve();
  private count = 0;
  private losses = 0;

  constructor(
    private readonly database: Database,
    private readonly session: Session,
  ) {
    this.stops = [
      session.listen('redeye_events', (notice) => this.hear(notice)),
      session.lost.add(() => {
        this.losses += 1;
        this.tellStored();
      }),
    ];
  }

  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void {
    return this.listeners.add(listener);
  }

  announce(events: readonly StoredEvent[]): Announcement {
    this.count += 1;
    const label = `${String(this.session.owner)}.${String(this.count)}`;
    let settle = (): void => undefined;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    const announced: Announced = { events, settle, isStored: false };
    this.announced.set(label, announced);
    const losses = this.session.isUp ? this.losses : NaN;
    return {
      label,
      made: () => {
        announced.isStored = true;
        // No notification comes back over a connection that was lost meanwhile: we tell it ourselves.
        if (losses !== this.losses) this.tellOwn(label);
        return settled;
      },
      withdraw: () => void this.announced.delete(label),
    };
  }

  close(): void {
    for (const stop of this.stops) stop();
    this.losses += 1;
    this.tellStored();
  }

  private hear(notice: string): void {
    const [, label = '', id = '', first = '', last = ''] = NOTICE.exec(notice) ?? [];
    const isOwn = label.startsWith(`${String(this.session.owner)}.`);
    if (isOwn && !this.announced.has(label)) return;
    this.telling = this.telling
      .then(() => this.tell({ label: isOwn ? label : '', id, first: Number(first), last: Number(last) }))
      .catch((error: unknown) => {
        this.tellOwn(label);
        warnOf(error);
      });
  }

  private async tell(news: { label: string; id: string; first: number; last: number }): Promise<void> {
    const { label, id, first, last } = news;
    const before = this.told.get(id) ?? first - 1;
    this.told.set(id, Math.max(last, before));
    if (this.listeners.size > 0 && (label === '' || before < first - 1)) {
      const through = label === '' ? last : first - 1;
      const rows = await this.database.query(READ_NEWS, [id, before, through]);
      const events = rows.map((row) => readEventRow(decodeName(nameSchema.parse(row).name), row));
      if (events.length > 0) this.listeners.notify(events);
    }
    if (label !== '') this.tellOwn(label);
  }

  private tellOwn(label: string): void {
    const announced = this.announced.get(label);
    if (!announced) return;
    this.announced.delete(label);
    this.listeners.notify(announced.events);
    announced.settle();
  }

  private tellStored(): void {
    for (const [label, { isStored }] of [...this.announced]) if (isStored) this.tellOwn(label);
  }
}
