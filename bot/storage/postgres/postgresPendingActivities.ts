import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { PendingActivities, PendingTurn } from '../../pendingActivities.js';
import type { Database } from './database.js';
import { digestName } from './names.js';
import { LIVING_OWNERS } from './session.js';

const turnSchema = z.object({ conversationId: z.string(), activityId: z.string() });
const activitySchema = z.custom<Partial<Activity>>((value) => typeof value === 'object' && value !== null);

const KEEP = `INSERT INTO pending_activities (digest, turn, activity, owner) VALUES ($1, $2, $3, $4)
  ON CONFLICT (digest) DO UPDATE SET activity = EXCLUDED.activity, owner = EXCLUDED.owner`;
const LIST = `SELECT turn FROM pending_activities WHERE owner NOT IN (${LIVING_OWNERS}) AND owner <> $1`;

/** One row per running turn. Lists the turns of processes that ended: those of living ones are being run. */
export class PostgresPendingActivities implements PendingActivities {
  /** `owner` is this process's, as its session tells the others. */
  constructor(
    private readonly database: Database,
    private readonly owner: number,
  ) {}

  async keep(turn: PendingTurn, activity: Partial<Activity>): Promise<void> {
    const values = [digestTurn(turn), JSON.stringify(turn), JSON.stringify(activity), this.owner];
    await this.database.query(KEEP, values);
  }

  async find(turn: PendingTurn): Promise<Partial<Activity> | undefined> {
    const sql = 'SELECT activity FROM pending_activities WHERE digest = $1';
    const [row] = await this.database.query(sql, [digestTurn(turn)]);
    return row && activitySchema.parse(row['activity']);
  }

  async forget(turn: PendingTurn): Promise<void> {
    await this.database.query('DELETE FROM pending_activities WHERE digest = $1', [digestTurn(turn)]);
  }

  async *list(): AsyncGenerator<PendingTurn> {
    for (const { turn } of await this.database.query(LIST, [this.owner])) yield turnSchema.parse(turn);
  }
}

function digestTurn({ conversationId, activityId }: PendingTurn): Buffer {
  return digestName(JSON.stringify([conversationId, activityId]));
}
