import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

/** The channel's end of the Bot Framework protocol: takes what the bot posts and keeps it. */
export class FakeChannelService {
  readonly received: { path: string; activity: Partial<Activity> }[] = [];
  /** `hang` answers nothing, `redirect` points elsewhere. */
  mood: 'kind' | 'hang' | 'redirect' | 'broken' = 'kind';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        if (this.mood === 'hang') return;
        if (this.mood === 'redirect') return answer(res, 307, '', { location: '/elsewhere' });
        if (this.mood === 'broken') return answer(res, 400, '{"error":{"code":"x","message":"secret"}}');
        const activity = JSON.parse(Buffer.concat(chunks).toString()) as Partial<Activity>;
        this.received.push({ path: req.url ?? '', activity });
        return answer(res, 200, `{"id":"out-${this.received.length}"}`);
      });
    });
  }

  static async start(): Promise<FakeChannelService> {
    const service = new FakeChannelService();
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** In steps, because restify gives every response of the process a `writeHead` that returns nothing. */
function answer(
  res: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(body);
}
