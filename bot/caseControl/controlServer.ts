import { chmod, rm } from 'node:fs/promises';
import net from 'node:net';
import type { Logger } from 'pino';
import { RedeyeError } from '../../services/errors.js';
import { getControlAddress, readMessage, writeMessage, type ControlAnswer } from './wire.js';

export interface ControlServer {
  close(): Promise<void>;
}

/** Carries a command out and returns what came of it; undefined where the message is none of its commands. */
export type ControlHandler = (message: unknown) => Promise<object> | undefined;

/**
 * Takes commands of this machine while the service runs, through a socket in the data directory that only the
 * service's own user can open. For the holder of the directory's lock. Without a place for the socket (too long a
 * path), the service runs without it.
 */
export async function openControl(
  dataDirectory: string,
  handlers: readonly ControlHandler[],
  log: Pick<Logger, 'warn'>,
): Promise<ControlServer> {
  const address = getControlAddress(dataDirectory);
  if (address === undefined) {
    log.warn({ dataDirectory }, 'no control socket: the path of the data directory is too long');
    return { close: () => Promise.resolve() };
  }
  const isFile = process.platform !== 'win32';
  if (isFile) await rm(address, { force: true });
  // Half-open: the one who asks has ended its side by the time the answer comes.
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', (error) => log.warn({ err: error }, 'a control connection failed'));
    void answer(socket, handlers, log);
  });
  await listen(server, address);
  if (isFile) await chmod(address, 0o600);
  server.unref();
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function answer(
  socket: net.Socket,
  handlers: readonly ControlHandler[],
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  try {
    const message = await readMessage(socket);
    const work = handlers.map((handle) => handle(message)).find((each) => each !== undefined);
    if (!work) throw new Error('not a command of this service');
    writeMessage(socket, { done: await work });
  } catch (error) {
    const known = error instanceof RedeyeError;
    if (!known) log.warn({ err: error }, 'a control command failed');
    const told: ControlAnswer = {
      error: known
        ? { code: error.code, detail: error.detail }
        : { code: 'control.failed', detail: 'the service could not carry this out; see its log' },
    };
    writeMessage(socket, told);
  }
}

function listen(server: net.Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
