import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeDirectory } from './durableFile.js';

/** All half-written files of a data directory lie in this one folder, so that finding them costs nothing. */
export function getTemporaryDirectory(dataDirectory: string): string {
  return path.join(dataDirectory, 'tmp');
}

/**
 * Removes what a killed process left half-written, and returns how many files that was. Only for the holder of
 * the directory's lock: another process's unfinished writes would be lost.
 */
export async function sweepTemporaryFiles(dataDirectory: string): Promise<number> {
  const directory = getTemporaryDirectory(dataDirectory);
  await makeDirectory(directory);
  const names = await readdir(directory);
  await Promise.all(names.map((name) => rm(path.join(directory, name), { recursive: true, force: true })));
  return names.length;
}
