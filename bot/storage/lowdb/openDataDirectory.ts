import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { lockDirectory } from './directoryLock.js';
import { LowdbEventLog } from './lowdbEventLog.js';
import { LowdbPendingActivities } from './lowdbPendingActivities.js';
import { LowdbStorage } from './lowdbStorage.js';
import type { RecordFolderPlace } from './recordFolder.js';
import { getTemporaryDirectory, sweepTemporaryFiles } from './temporaryFiles.js';

export interface DataDirectory {
  readonly storage: LowdbStorage;
  readonly eventLog: LowdbEventLog;
  readonly pendingActivities: LowdbPendingActivities;
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
    eventLog: new LowdbEventLog(placeIn('events')),
    pendingActivities: new LowdbPendingActivities(placeIn('pending')),
    close: () => lock.release(),
  };
}
