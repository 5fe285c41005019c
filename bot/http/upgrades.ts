import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { isPlainTarget } from './requestTarget.js';

/** Takes the request over and returns true, or leaves it untouched and returns false. */
export type UpgradeHandler = (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** Shares the server's one `upgrade` event between channels; what nobody takes is refused instead of left hanging. */
export class UpgradeRouter {
  private readonly handlers: UpgradeHandler[] = [];

  constructor(server: Server) {
    server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      if (!isPlainTarget(req.url)) return refuseUpgrade(socket, 400);
      if (!this.handlers.some((handle) => handle(req, socket, head))) refuseUpgrade(socket, 404);
    });
  }

  add(handler: UpgradeHandler): void {
    this.handlers.push(handler);
  }
}

const REASONS = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Unavailable',
};

/** Answers an upgrade with a plain status and closes the connection. */
export function refuseUpgrade(socket: Duplex, status: keyof typeof REASONS): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
