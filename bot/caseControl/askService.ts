import net from 'node:net';
import { RedeyeError } from '../../services/errors.js';
import {
  controlAnswerSchema,
  getControlAddress,
  readMessage,
  writeMessage,
  type ControlAnswer,
} from './wire.js';

const PATIENCE_MS = 10_000;

/** Lets the running service carry out a command. Fails with `storage.locked` when it cannot be reached. */
export async function askService(dataDirectory: string, command: object): Promise<ControlAnswer> {
  const address = getControlAddress(dataDirectory);
  try {
    if (address === undefined)
      throw new RangeError('the path of the data directory is too long for a socket');
    const socket = await connect(address);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('the service did not answer')));
    writeMessage(socket, command);
    return controlAnswerSchema.parse(await readMessage(socket));
  } catch (cause) {
    throw new RedeyeError(
      'storage.locked',
      `a service is running on ${dataDirectory} and takes no commands; stop it and try again`,
      { cause },
    );
  }
}

function connect(address: string): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ path: address, allowHalfOpen: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
