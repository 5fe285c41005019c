import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { lockDirectory } from './directoryLock.js';
import { LowdbAgenda } from './lowdbAgenda.js';
import { LowdbEventLog } from './lowdbEventLog.js';
import { LowdbPendingActivities } from './lowdbPendingActivities.js';
import { LowdbRecordCheck } from './lowdbRecordCheck.js';
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
  return {
    storage: new LowdbStorage(placeIn(directory, 'state'), createId),
    eventLog: new LowdbEventLog(placeEvents(directory)),
    pendingActivities: new LowdbPendingActivities(placeIn(directory, 'pending')),
    agenda: new LowdbAgenda(placeIn(directory, 'agenda'), createId),
    close: () => lock.release(),
  };
}

/** What can be read without the lock, beside the service that holds it. Write nothing to it. */
export function openForReading(directory: string) {
  const place = placeEvents(directory);
  const eventLog = new LowdbEventLog(place);
  return {
    eventLog,
    agenda: new LowdbAgenda(placeIn(directory, 'agenda')),
    recordCheck: new LowdbRecordCheck(eventLog, place),
    close: () => Promise.resolve(),
  };
}

/** Where the event log lies; who only reads it needs no lock. */
export function placeEvents(directory: string): RecordFolderPlace {
  return placeIn(directory, 'events');
}

function placeIn(directory: string, folder: string): RecordFolderPlace {
  return {
    directory: path.join(directory, folder),
    temporaryDirectory: getTemporaryDirectory(directory),
  };
}
