import type { Server } from 'restify';

export interface ClosingParts {
  readonly server: Server;
  /** Resolves when no turn is running any more. */
  readonly drainTurns: () => Promise<void>;
  /** Says goodbye on long-lived connections. */
  readonly closeStreams: () => void;
  /** How long running turns and requests may take, in milliseconds. */
  readonly graceMs: number;
}

const SWEEP_MS = 50;

/** Stops accepting, lets what runs finish within the grace, then closes every connection. Never rejects. */
export async function closeServer({
  server,
  drainTurns,
  closeStreams,
  graceMs,
}: ClosingParts): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(resolve));
  server.server.closeIdleConnections();
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  // Streams stay open while turns finish: their replies still have to leave.
  await Promise.race([drainTurns().catch(() => undefined), grace]);
  closeStreams();
  // A polling client's connection becomes idle again and again; each time is a chance to let it go.
  const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS);
  await Promise.race([closed, grace]);
  clearInterval(sweep);
  clearTimeout(timer);
  server.server.closeAllConnections();
  await closed;
}
