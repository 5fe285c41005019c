import { RedeyeError } from '../../../services/errors.js';
import type { EventLog, ExpectedVersion, NewEvent, StoredEvent } from '../../../services/eventLog.js';
import { KeyedMutex } from '../../keyedMutex.js';
import type { Database } from './database.js';
import { chainBehind, headSchema, readEventRow, toColumns, type Head } from './eventRows.js';
import type { EventNews } from './eventNews.js';
import { decodeName, digestName, encodeName } from './names.js';
import { readKind } from './streamKind.js';

/** An append that meets another process's is tried again; each time it fails, another one was stored. */
const ATTEMPTS = 100;
const PAGE = 1000;

const COLUMNS = 'e.version, e.event, e.previous_hash, e.hash';
const READ_HEAD = 'SELECT version, hash FROM streams WHERE digest = $1';
const READ = `SELECT ${COLUMNS} FROM events e JOIN streams s ON s.id = e.stream_id
  WHERE s.digest = $1 AND e.version > $2 ORDER BY e.version`;
const READ_LAST = `SELECT ${COLUMNS} FROM events e JOIN streams s ON s.id = e.stream_id
  WHERE s.digest = $1 ORDER BY e.version DESC LIMIT $2`;
const LIST = 'SELECT id, name FROM streams WHERE kind = $1 AND id > $2 ORDER BY id LIMIT $3';

// One statement, hence one transaction and one journey. Nothing is stored unless the stream still ends where it was
// seen to end; whoever else appends at the same time waits for the row of the stream.
const STORE = `WITH head AS (
    INSERT INTO streams AS s (digest, name, kind, version, hash) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (digest) DO UPDATE SET version = $4, hash = $5 WHERE s.version = $6 AND s.hash = $7
    RETURNING id
  ), stored AS (
    INSERT INTO events (stream_id, version, event, previous_hash, hash)
    SELECT head.id, e.* FROM head, unnest($8::integer[], $9::json[], $10::text[], $11::text[]) AS e
  )
  SELECT pg_notify('redeye_events', $12::text || ' ' || head.id::text || ' ' || $13::text) FROM head`;

/** Events as rows, each append one statement. Any number of processes may write. */
export class PostgresEventLog implements EventLog {
  private readonly mutex = new KeyedMutex();

  constructor(
    private readonly database: Database,
    private readonly news: EventNews,
  ) {}

  async append(
    stream: string,
    events: readonly NewEvent[],
    expectedVersion: ExpectedVersion,
  ): Promise<StoredEvent[]> {
    const kind = readKind(stream);
    return this.mutex.run(stream, async () => {
      for (let attempt = 1; ; attempt += 1) {
        const head = await this.readHead(stream);
        const version = head?.version ?? 0;
        if (expectedVersion !== 'any' && expectedVersion !== version) {
          throw new RedeyeError('storage.conflict', `${stream} is at ${String(version)}`);
        }
        const chained = chainBehind(head, stream, events);
        if (chained.length === 0 || (await this.store(kind, head, chained))) return chained;
        if (attempt === ATTEMPTS) throw new RedeyeError('storage.conflict', `${stream} changes all the time`);
      }
    });
  }

  async read(stream: string, after = 0): Promise<StoredEvent[]> {
    readKind(stream);
    const rows = await this.database.query(READ, [digestName(stream), after]);
    return rows.map((row) => readEventRow(stream, row));
  }

  async readLast(stream: string, count: number): Promise<StoredEvent[]> {
    readKind(stream);
    if (count <= 0) return [];
    const rows = await this.database.query(READ_LAST, [digestName(stream), count]);
    return rows.reverse().map((row) => readEventRow(stream, row));
  }

  async *list(kind: string): AsyncGenerator<string> {
    let after = '0';
    for (;;) {
      const rows = await this.database.query(LIST, [kind, after, PAGE]);
      for (const { name } of rows) yield decodeName(String(name));
      if (rows.length < PAGE) return;
      after = String(rows.at(-1)?.['id']);
    }
  }

  /** Hears the appends of every process; see the port for what is promised of others'. */
  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void {
    return this.news.subscribe(listener);
  }

  private async readHead(stream: string): Promise<Head | undefined> {
    const [row] = await this.database.query(READ_HEAD, [digestName(stream)]);
    return row && headSchema.parse(row);
  }

  /** Returns whether the events were stored: not, when the stream had changed since its head was read. */
  private async store(
    kind: string,
    head: Head | undefined,
    events: readonly StoredEvent[],
  ): Promise<boolean> {
    const [first, last] = [events[0], events.at(-1)];
    if (!first || !last) return true;
    const { stream } = first;
    const announcement = this.news.announce(events);
    try {
      const rows = await this.database.query(STORE, [
        digestName(stream),
        encodeName(stream),
        kind,
        last.version,
        last.hash,
        head?.version ?? 0,
        head?.hash ?? '',
        ...toColumns(events),
        announcement.label,
        `${String(first.version)} ${String(last.version)}`,
      ]);
      if (rows.length === 0) announcement.withdraw();
      else await announcement.made();
      return rows.length > 0;
    } catch (error) {
      announcement.withdraw();
      throw error;
    }
  }
}
