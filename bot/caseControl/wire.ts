import { createHash } from 'node:crypto';
import type net from 'node:net';
import path from 'node:path';
import { z } from 'zod';

/** Longest message either side reads. */
const MOST_CHARACTERS = 1_000_000;
/** A socket's path may have 104 bytes on macOS. */
const LONGEST_ADDRESS = 100;

/** What the service answers: what came of it, or the code and detail of the error. */
export const controlAnswerSchema = z.union([
  z.object({ error: z.object({ code: z.string(), detail: z.string() }) }),
  z.object({ done: z.record(z.string(), z.unknown()) }),
]);
export type ControlAnswer = z.infer<typeof controlAnswerSchema>;

/** Where the service that holds a data directory listens for commands of this machine; undefined: nowhere. */
export function getControlAddress(dataDirectory: string): string | undefined {
  if (process.platform === 'win32') {
    const hash = createHash('sha256').update(dataDirectory.toLowerCase()).digest('hex');
    return `\\\\.\\pipe\\redeye-control-${hash}`;
  }
  const address = path.join(dataDirectory, 'control');
  return Buffer.byteLength(address) <= LONGEST_ADDRESS ? address : undefined;
}

/** Reads JSON until the other side has said all. (Not by `for await`: that would close the way back as well.) */
export function readMessage(socket: net.Socket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.length > MOST_CHARACTERS) socket.destroy(new RangeError('the message is too long'));
    });
    socket.on('end', () => {
      try {
        resolve(JSON.parse(text));
      } catch (error) {
        reject(error instanceof Error ? error : new Error('not JSON', { cause: error }));
      }
    });
  });
}

export function writeMessage(socket: net.Socket, message: object): void {
  socket.end(`${JSON.stringify(message)}\n`);
}
