import type { Server } from 'restify';

export interface PortConfig {
  readonly host: string;
  readonly port: number;
  /** Where the service is reached from outside. */
  readonly publicUrl?: string;
}

/** Begins to listen; returns the address to open in a browser, without a slash at the end. */
export async function openPort(server: Server, { host, port, publicUrl }: PortConfig): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const actual = String(server.address().port);
  return publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${actual}`;
}
