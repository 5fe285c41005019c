import { randomInt } from 'node:crypto';
import { Database } from './database.js';
import { EventNews } from './eventNews.js';
import { migrate, readMigrations } from './migrate.js';
import { PostgresAgenda } from './postgresAgenda.js';
import { PostgresEventLog } from './postgresEventLog.js';
import { PostgresPendingActivities } from './postgresPendingActivities.js';
import { PostgresRecordCheck } from './postgresRecordCheck.js';
import { PostgresStorage } from './postgresStorage.js';
import { PostgresTurnLock } from './postgresTurnLock.js';
import { Session } from './session.js';

const LARGEST_OWNER = 2 ** 31 - 1;

export interface PostgresRecords {
  readonly storage: PostgresStorage;
  readonly eventLog: PostgresEventLog;
  readonly pendingActivities: PostgresPendingActivities;
  readonly agenda: PostgresAgenda;
  readonly turnLock: PostgresTurnLock;
  readonly recordCheck: PostgresRecordCheck;
  /** Lets go of the database. Finish all work first. */
  close(): Promise<void>;
}

/**
 * Brings the tables up to date and opens all that is kept in them. Any number of processes may do so. Fails with
 * `storage.unavailable` where the server cannot be reached, with `storage.schema` where a newer release was there.
 */
export async function openPostgres(url: string, createId: () => string): Promise<PostgresRecords> {
  const database = new Database(url);
  try {
    await migrate(database, await readMigrations());
    const session = await Session.open(url, randomInt(1, LARGEST_OWNER));
    const news = new EventNews(database, session);
    const turnLock = new PostgresTurnLock(session);
    return {
      storage: new PostgresStorage(database, createId, () => turnLock.checkTurn()),
      eventLog: new PostgresEventLog(database, news),
      pendingActivities: new PostgresPendingActivities(database, session.owner),
      agenda: new PostgresAgenda(database, session.owner, createId),
      turnLock,
      recordCheck: new PostgresRecordCheck(database),
      close: async () => {
        news.close();
        await session.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
