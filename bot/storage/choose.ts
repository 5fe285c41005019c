import type { Storage } from 'botbuilder';
import type { Agenda } from '../../services/agenda.js';
import type { EventLog } from '../../services/eventLog.js';
import type { Config } from '../config.js';
import type { PendingActivities } from '../pendingActivities.js';
import { InProcessTurnLock, type TurnLock } from '../turnLock.js';
import { openDataDirectory, openForReading } from './lowdb/openDataDirectory.js';
import { openPostgres } from './postgres/openPostgres.js';
import type { RecordCheck } from './recordCheck.js';

/** All that lasts, and what keeps turns apart among those who share it. */
export interface Records {
  readonly storage: Storage;
  readonly eventLog: EventLog;
  readonly pendingActivities: PendingActivities;
  readonly agenda: Agenda;
  readonly turnLock: TurnLock;
  /** Finish all work first. */
  close(): Promise<void>;
}

/** Opens PostgreSQL where an address of one is configured, else the data directory, for this process alone. */
export async function openRecords(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  createId: () => string,
): Promise<Records> {
  if (config.databaseUrl !== undefined) return openPostgres(config.databaseUrl, createId);
  const data = await openDataDirectory(config.dataDir, createId);
  return { ...data, turnLock: new InProcessTurnLock() };
}

/** What a command has to read. */
export interface ReadableRecords extends Pick<Records, 'eventLog' | 'agenda' | 'close'> {
  readonly recordCheck: RecordCheck;
}

/** As `openRecords`, for who writes nothing: takes no lock on files, so it works beside the running service. */
export async function openRecordsForReading(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  createId: () => string,
): Promise<ReadableRecords> {
  if (config.databaseUrl !== undefined) return openPostgres(config.databaseUrl, createId);
  return openForReading(config.dataDir);
}
