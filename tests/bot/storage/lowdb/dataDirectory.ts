import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RecordFolderPlace } from '../../../../bot/storage/lowdb/recordFolder.js';
import { getTemporaryDirectory, sweepTemporaryFiles } from '../../../../bot/storage/lowdb/temporaryFiles.js';

export interface TestDirectory extends RecordFolderPlace {
  readonly root: string;
  remove(): Promise<void>;
}

/** A data directory of its own for one test. */
export async function createDataDirectory(): Promise<TestDirectory> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'redeye-test-'));
  await sweepTemporaryFiles(root);
  return {
    root,
    directory: path.join(root, 'records'),
    temporaryDirectory: getTemporaryDirectory(root),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
