import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from './systemError.js';

let written = 0;

/**
 * Replaces a file's content or leaves the old one: a reader, and whoever comes after a crash, finds one or the
 * other. When it returns, the content survives a power cut too, as far as the disk keeps its word.
 * `temporaryDirectory` must be on the same file system.
 */
export async function writeFileDurably(
  file: string,
  content: string,
  temporaryDirectory: string,
): Promise<void> {
  written += 1;
  const temporary = path.join(temporaryDirectory, `${String(process.pid)}-${String(written)}`);
  try {
    await writeAndSync(temporary, content);
    await renameIntoPlace(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncDirectory(path.dirname(file));
}

/** Makes a folder and its parents, so that they survive a power cut. */
export async function makeDirectory(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true });
  if (first === undefined) return;
  const top = path.dirname(path.resolve(first));
  for (let parent = path.dirname(path.resolve(directory)); ; parent = path.dirname(parent)) {
    await syncDirectory(parent);
    if (parent === top || parent === path.dirname(parent)) return;
  }
}

/** Removes a file if it is there. */
export async function removeDurably(file: string): Promise<void> {
  await rm(file, { force: true });
  await syncDirectory(path.dirname(file));
}

async function writeAndSync(file: string, content: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function renameIntoPlace(temporary: string, file: string): Promise<void> {
  try {
    await rename(temporary, file);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await makeDirectory(path.dirname(file));
    await rename(temporary, file);
  }
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no folders; there a rename is in the journal of NTFS.
  if (process.platform === 'win32') return;
  try {
    const handle = await open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
