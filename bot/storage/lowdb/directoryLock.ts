import { createHash, randomUUID } from 'node:crypto';
import { link, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { RedeyeError } from '../../../services/errors.js';
import { makeDirectory } from './durableFile.js';
import { hasCode, isMissing } from './systemError.js';
import { getTemporaryDirectory } from './temporaryFiles.js';

const LOCKS = 'lock';
/** A socket's path may have 108 bytes on Linux and 104 on macOS; this leaves room for the names below the folder. */
const LONGEST_DIRECTORY = 75;

export interface DirectoryLock {
  /** Lets another process have the directory. */
  release(): Promise<void>;
}

/**
 * Takes a data directory (made if missing) for this process, or fails at once with `storage.locked`.
 *
 * The lock is a socket this process listens on, so a killed holder's lock is seen to be dead at once and taken
 * over. When several processes try within the same instant, one gets it, or rarely none, but never two. Not
 * promised: on file systems shared between machines, holders on other machines look dead.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await makeDirectory(getTemporaryDirectory(directory));
  await makeDirectory(path.join(directory, LOCKS));
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
 * Listens under a name of its own first and then links that into the folder of locks: a lock that exists answers
 * from its first moment, so one that does not answer is dead. Of two that link theirs, the later one finds the
 * earlier one alive and gives up, so two never hold the directory; nothing dead is removed before that is sure.
 */
async function lockBySocket(directory: string): Promise<DirectoryLock> {
  const short = await shortenPath(directory);
  const own = path.join(getTemporaryDirectory(short.path), `lock-${randomUUID().slice(0, 8)}`);
  try {
    const server = await listen(own);
    try {
      const name = await linkLock(directory, own, path.join(short.path, LOCKS));
      return { release: () => releaseLock(path.join(directory, LOCKS, name), server) };
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

async function linkLock(directory: string, own: string, locks: string): Promise<string> {
  const before = await readdir(locks);
  await refuseIfAlive(directory, locks, before);
  // All who see the same dead locks try for the same name, and one of them gets it.
  const name = String(Math.max(0, ...before.map(Number).filter(Number.isInteger)) + 1);
  try {
    await link(own, path.join(locks, name));
  } catch (error) {
    // Missing: the holder, just started, swept our socket away with the other temporary files.
    throw hasCode(error, 'EEXIST') || isMissing(error) ? describeLocked(directory, error) : error;
  }
  const others = (await readdir(locks)).filter((other) => other !== name);
  try {
    await refuseIfAlive(directory, locks, others);
  } catch (error) {
    await rm(path.join(locks, name), { force: true });
    throw error;
  }
  await Promise.all(others.map((dead) => rm(path.join(locks, dead), { recursive: true, force: true })));
  return name;
}

async function refuseIfAlive(directory: string, locks: string, names: readonly string[]): Promise<void> {
  const alive = await Promise.all(names.map((name) => answers(path.join(locks, name))));
  if (alive.includes(true)) throw describeLocked(directory);
}

async function releaseLock(lock: string, server: net.Server): Promise<void> {
  await rm(lock, { force: true });
  await close(server);
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
