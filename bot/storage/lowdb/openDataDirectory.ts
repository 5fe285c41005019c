import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { lockDirectory } from './directoryLock.js';
import { LowdbAgenda } from './lowdbAgenda.js';
import { LowdbEventLog } from './lowdbEventLog.js';
import { LowdbPendingActivities } from './lowdbPendingActivities.js';
import { LowdbStorage } from './lowdbStorage.js';
import type { RecordFolderPlace } from './recordFolder.js';
import { getTemporaryDirectory, sweepTemporaryFiles } from './temporaryFiles.js';

export interface DataDirectory {
  readonly storage: LowdbStorage;
  readonly eventLog: LowdbEventLog;
  readonly pendingActivities: LowdbPendingActivities;
  readonly agenda: LowdbAgenda;
  /** Lets another process have the directory. Finish all writing first. */
  close(): Promise<void>;
}

/** Takes the data directory for this process, clears what a killed one left, and opens all that is kept in it. */
export async function openDataDirectory(
  directory: string,
  createId: () => string = randomUUID,
): Promise<DataDirectory> {
  const lock = await lockDirectory(directory);
  try {
    await sweepTemporaryFiles(directory);
  } catch (error) {
    await lock.release();
    throw error;
  }
  const placeIn = (folder: string): RecordFolderPlace => ({
    directory: path.join(directory, folder),
    temporaryDirectory: getTemporaryDirectory(directory),
  });
  return {
    storage: new LowdbStorage(placeIn('state'), createId),
    eventLog: new LowdbEventLog(placeEvents(directory)),
    pendingActivities: new LowdbPendingActivities(placeIn('pending')),
    agenda: new LowdbAgenda(placeIn('agenda'), createId),
    close: () => lock.release(),
  };
}

/** Where the event log lies; who only reads it needs no lock. */
export function placeEvents(directory: string): RecordFolderPlace {
  return {
    directory: path.join(directory, 'events'),
    temporaryDirectory: getTemporaryDirectory(directory),
  };
}
