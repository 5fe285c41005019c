import { createHash, randomUUID } from 'node:crypto';
import { link, mkdtemp, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { RedeyeError } from '../../../services/errors.js';
import { isMissing, makeDirectory } from './durableFile.js';
import { getTemporaryDirectory } from './temporaryFiles.js';

const LOCK_NAME = 'lock';
/** A socket's path may have 108 bytes on Linux and 104 on macOS; this leaves room for the names below the folder. */
const LONGEST_DIRECTORY = 75;
const ATTEMPTS = 5;

export interface DirectoryLock {
  /** Lets another process have the directory. */
  release(): Promise<void>;
}

/**
 * Takes a data directory (made if missing) for this process, or fails at once with `storage.locked`.
 *
 * The lock is a socket this process listens on, so a killed holder's lock is seen to be dead at once and taken
 * over. Not promised: on file systems shared between machines, holders on other machines look dead; and when
 * three processes take over one dead lock within the same instant, two might get it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await makeDirectory(getTemporaryDirectory(directory));
  const real = await realpath(directory);
  try {
    return process.platform === 'win32' ? await lockByPipe(real) : await lockBySocket(real);
  } catch (error) {
    if (error instanceof RedeyeError) throw error;
    throw new RedeyeError('storage.unavailable', `no lock can be placed in ${real}`, { cause: error });
  }
}

/** Windows removes a pipe with its process, so there is nothing to take over. */
async function lockByPipe(directory: string): Promise<DirectoryLock> {
  const hash = createHash('sha256').update(directory.toLowerCase()).digest('hex');
  try {
    const server = await listen(`\\\\.\\pipe\\redeye-${hash}`);
    return { release: () => close(server) };
  } catch (error) {
    throw hasCode(error, 'EADDRINUSE') ? describeLocked(directory, error) : error;
  }
}

/**
 * Listens under a name of its own first and then links that to the lock's name: a lock that exists answers from
 * its first moment, so one that does not answer is dead.
 */
async function lockBySocket(directory: string): Promise<DirectoryLock> {
  const short = await shortenPath(directory);
  const own = path.join(getTemporaryDirectory(short.path), `lock-${randomUUID().slice(0, 8)}`);
  const lock = path.join(short.path, LOCK_NAME);
  try {
    const server = await listen(own);
    try {
      const { ino } = await stat(own);
      await takeLock(directory, own, lock);
      return { release: () => releaseLock(path.join(directory, LOCK_NAME), ino, server) };
    } catch (error) {
      await close(server);
      throw error;
    } finally {
      await rm(own, { force: true });
    }
  } finally {
    await short.remove();
  }
}

async function takeLock(directory: string, own: string, lock: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await link(own, lock);
      return;
    } catch (error) {
      // The holder, just started, swept our socket away with the other temporary files.
      if (isMissing(error)) throw describeLocked(directory, error);
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    if (await answers(lock)) throw describeLocked(directory);
    await removeDeadLock(directory, lock, `${own}-dead`);
  }
  throw describeLocked(directory);
}

/** Moves the dead lock aside, and puts it back if it turns out that another process took it over just before. */
async function removeDeadLock(directory: string, lock: string, aside: string): Promise<void> {
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  try {
    if (!(await answers(aside))) return;
    await link(aside, lock).catch((error: unknown) => {
      throw describeLocked(directory, error);
    });
    throw describeLocked(directory);
  } finally {
    await rm(aside, { force: true });
  }
}

async function releaseLock(lock: string, ino: number, server: net.Server): Promise<void> {
  try {
    // Somebody may have removed the file by hand, and the one there now be another's.
    if ((await stat(lock)).ino === ino) await rm(lock, { force: true });
  } catch (error) {
    if (!isMissing(error)) throw error;
  } finally {
    await close(server);
  }
}

/** Too long a path is reached through a link in the system's temporary folder; the socket itself lies in place. */
async function shortenPath(directory: string): Promise<{ path: string; remove: () => Promise<void> }> {
  if (Buffer.byteLength(directory) <= LONGEST_DIRECTORY) {
    return { path: directory, remove: () => Promise.resolve() };
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'redeye-'));
  const short = path.join(folder, 'd');
  await symlink(directory, short);
  return { path: short, remove: () => rm(folder, { recursive: true, force: true }) };
}

function listen(address: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      // The lock must not be what keeps a process alive.
      server.unref();
      resolve(server);
    });
  });
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** Whether a process listens there. Anything but a clear no counts as yes: two writers are worse than none. */
function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', (error) => {
      resolve(!hasCode(error, 'ECONNREFUSED') && !hasCode(error, 'ENOENT') && !hasCode(error, 'ENOTSOCK'));
    });
  });
}

function describeLocked(directory: string, cause?: unknown): RedeyeError {
  return new RedeyeError('storage.locked', `another process uses ${directory}`, { cause });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
