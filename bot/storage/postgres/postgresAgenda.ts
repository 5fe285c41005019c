import { z } from 'zod';
import type { Agenda, AgendaEntry, AgendaItem } from '../../../services/agenda.js';
import { RedeyeError } from '../../../services/errors.js';
import type { Json } from '../../../services/eventLog.js';
import { Listeners } from '../../listeners.js';
import type { Database, Row } from './database.js';
import { decodeName, digestName, encodeName } from './names.js';
import { LIVING_OWNERS } from './session.js';

const rowSchema = z.object({
  key: z.string(),
  due: z.date(),
  kind: z.string(),
  data: z.custom<Json>((value) => value !== undefined),
  attempts: z.int().nonnegative(),
  token: z.string(),
});

const SCHEDULE = `INSERT INTO agenda (digest, key, due, kind, data, attempts, token)
  VALUES ($1, $2, $3, $4, $5, 0, $6)
  ON CONFLICT (digest) DO UPDATE SET due = EXCLUDED.due, kind = EXCLUDED.kind, data = EXCLUDED.data,
    attempts = 0, token = EXCLUDED.token, taken_by = NULL`;

// What another living process has taken is its own; what it is taking at this moment is passed over.
const TAKE = `WITH chosen AS (
    SELECT digest FROM agenda
    WHERE due <= $1 AND (taken_by IS NULL OR taken_by = $2 OR taken_by NOT IN (${LIVING_OWNERS}))
    ORDER BY due LIMIT $3 FOR UPDATE SKIP LOCKED
  )
  UPDATE agenda SET taken_by = $2 FROM chosen WHERE agenda.digest = chosen.digest
  RETURNING agenda.key, due, kind, data, attempts, token`;

const PUT_OFF = 'UPDATE agenda SET due = $3, attempts = $4, taken_by = NULL WHERE digest = $1 AND token = $2';
const REMOVE = 'DELETE FROM agenda WHERE digest = $1 AND token = $2';

/**
 * One row per entry. An entry a process has taken is given to no other until it is settled, scheduled anew or that
 * process ends.
 */
export class PostgresAgenda implements Agenda {
  private readonly listeners = new Listeners<Date>();

  /** `owner` is this process's, as its session tells the others. */
  constructor(
    private readonly database: Database,
    private readonly owner: number,
    private readonly createId: () => string,
  ) {}

  async schedule({ key, due, kind, data }: AgendaItem): Promise<void> {
    const json = JSON.stringify(data);
    const token = this.createId();
    await this.database.query(SCHEDULE, [digestName(key), encodeName(key), due, kind, json, token]);
    this.listeners.notify(due);
  }

  async cancel(key: string): Promise<void> {
    await this.database.query('DELETE FROM agenda WHERE digest = $1', [digestName(key)]);
  }

  async takeDue(now: Date, limit: number): Promise<AgendaEntry[]> {
    const rows = await this.database.query(TAKE, [now, this.owner, limit]);
    return rows.map(readRow).sort((a, b) => a.due.getTime() - b.due.getTime());
  }

  async settle(entry: AgendaEntry, next?: Date): Promise<void> {
    if (next) await this.putOff(entry, next, 0);
    else await this.database.query(REMOVE, [digestName(entry.key), entry.token]);
  }

  postpone(entry: AgendaEntry, due: Date): Promise<void> {
    return this.putOff(entry, due, entry.attempts + 1);
  }

  onSchedule(listener: (due: Date) => void): () => void {
    return this.listeners.add(listener);
  }

  private async putOff({ key, token }: AgendaEntry, due: Date, attempts: number): Promise<void> {
    await this.database.query(PUT_OFF, [digestName(key), token, due, attempts]);
  }
}

function readRow(row: Row): AgendaEntry {
  const parsed = rowSchema.safeParse(row);
  if (parsed.success) return { ...parsed.data, key: decodeName(parsed.data.key) };
  throw new RedeyeError('storage.corrupt', `agenda entry ${String(row['key'])}`, { cause: parsed.error });
}
