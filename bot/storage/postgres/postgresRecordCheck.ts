import { z } from 'zod';
import { RedeyeError } from '../../../services/errors.js';
import { findTampering, type StoredEvent } from '../../../services/eventLog.js';
import type { BrokenEvent, CheckedStream, RecordCheck } from '../recordCheck.js';
import type { Database, Row } from './database.js';
import { headSchema, readEventRow, type Head } from './eventRows.js';
import { decodeName, digestName } from './names.js';
import { readKind } from './streamKind.js';

const PAGE = 1000;

const STREAM = 'SELECT id, name, kind, digest FROM streams';
const FIND = `${STREAM} WHERE digest = $1`;
const LIST = `${STREAM} WHERE (kind, id) > ($1, $2) ORDER BY kind, id LIMIT $3`;

// One statement sees one moment: an append that comes meanwhile is in both, the head and the events, or in neither.
const READ = `SELECT s.version AS head_version, s.hash AS head_hash, e.version, e.event, e.previous_hash, e.hash
  FROM streams s LEFT JOIN events e ON e.stream_id = s.id WHERE s.id = $1 ORDER BY e.version`;

const streamSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  digest: z.instanceof(Buffer),
});
type StreamRow = z.infer<typeof streamSchema>;

type Fault = Omit<BrokenEvent, 'stream'>;

/** Checks the chain of each stream, and that it ends where the row of the stream says. */
export class PostgresRecordCheck implements RecordCheck {
  constructor(private readonly database: Database) {}

  async *checkAll(): AsyncGenerator<CheckedStream> {
    let after = { kind: '', id: '0' };
    for (;;) {
      const rows = await this.database.query(LIST, [after.kind, after.id, PAGE]);
      for (const row of rows) {
        const found = streamSchema.parse(row);
        yield this.check(found);
        after = found;
      }
      if (rows.length < PAGE) return;
    }
  }

  async checkStream(stream: string): Promise<CheckedStream> {
    const [row] = await this.database.query(FIND, [digestName(stream)]);
    return row ? this.check(streamSchema.parse(row)) : { stream, events: 0 };
  }

  private async check(found: StreamRow): Promise<CheckedStream> {
    const rows = await this.database.query(READ, [found.id]);
    const events = rows.filter((row) => row['version'] !== null);
    const stream = readName(found);
    const fault =
      stream === undefined
        ? {
            version: 1,
            file: 'streams',
            reason: 'the name, the kind or the digest of the stream was changed',
          }
        : (findFault(stream, events) ?? findWrongEnd(events, readHead(rows[0])));
    const name = stream ?? found.name;
    return { stream: name, events: events.length, ...(fault && { broken: { stream: name, ...fault } }) };
  }
}

/** The stream's name; undefined when the columns of its row contradict each other, so that it is not found by it. */
function readName({ name, kind, digest }: StreamRow): string | undefined {
  try {
    const stream = decodeName(name);
    return readKind(stream) === kind && digestName(stream).equals(digest) ? stream : undefined;
  } catch {
    return undefined;
  }
}

function readHead(row: Row | undefined): Head | undefined {
  return headSchema.safeParse({ version: row?.['head_version'], hash: row?.['head_hash'] }).data;
}

function findFault(stream: string, rows: readonly Row[]): Fault | undefined {
  const events: StoredEvent[] = [];
  let unreadable: Fault | undefined;
  for (const row of rows) {
    try {
      events.push(readEventRow(stream, row));
    } catch (error) {
      if (!(error instanceof RedeyeError) || error.code !== 'storage.corrupt') throw error;
      unreadable = { version: events.length + 1, file: 'events', reason: error.detail };
      break;
    }
  }
  const altered = findTampering(events);
  if (!altered) return unreadable;
  const reason = 'its hash or its link to the event before does not hold';
  return { version: events.indexOf(altered) + 1, file: 'events', reason };
}

/** Of events whose chain holds: whether they end too early, too late or in another event than was last appended. */
function findWrongEnd(rows: readonly Row[], head: Head | undefined): Fault | undefined {
  const count = rows.length;
  if (!head) return { version: count + 1, file: 'streams', reason: 'where the stream ends was changed' };
  const last = String(head.version);
  if (count < head.version) {
    return { version: count + 1, file: 'events', reason: `removed: the stream ends with event ${last}` };
  }
  if (count > head.version) {
    return { version: head.version + 1, file: 'events', reason: `added: the stream ends with event ${last}` };
  }
  if (rows.at(-1)?.['hash'] === head.hash) return undefined;
  return { version: count, file: 'events', reason: 'it is not the event the stream ended with' };
}
