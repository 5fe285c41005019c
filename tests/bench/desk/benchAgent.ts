import { WebSocket } from 'ws';
import type { ToPage, ToServer } from '../../../bot/channels/desk/wire.js';
import { PASSWORD } from './runService.js';

type WithoutId<Command> = Command extends ToServer ? Omit<Command, 'id'> : never;

/** An agent who answers every message at once, as a page would send it. */
export class BenchAgent {
  private readonly tokens = new Map<string, Promise<string>>();
  private lastId = 0;
  refusals = 0;

  private constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string>,
    private readonly socket: WebSocket,
    private readonly onSaid: (text: string) => string | undefined,
  ) {
    socket.on('message', (data: Buffer) => void this.hear(JSON.parse(data.toString()) as ToPage));
  }

  /** `onSaid` is told of each message on the screen, and returns the answer to it. */
  static async open(
    origin: string,
    name: string,
    address: string,
    onSaid: (text: string) => string | undefined,
  ): Promise<BenchAgent> {
    const headers = { origin, 'x-forwarded-for': address };
    const response = await fetch(`${origin}/desk/api/session`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`${name} cannot sign in: ${String(response.status)}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const url = `${origin.replace('http', 'ws')}/desk/api/stream`;
    const socket = new WebSocket(url, { headers: { ...headers, cookie } });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const agent = new BenchAgent(origin, { ...headers, cookie }, socket, onSaid);
    agent.send({ do: 'adjust', takesAssigned: true });
    return agent;
  }

  close(): void {
    this.socket.terminate();
  }

  private async hear(message: ToPage): Promise<void> {
    if (message.type === 'refused') this.refusals += 1;
    // As the page does: a chat is opened when it comes.
    if (message.type === 'floor')
      await Promise.all(message.floor.chats.map(({ handoff }) => this.findToken(handoff)));
    if (message.type !== 'said' || message.entry.from !== 'passenger') return;
    const { handoff, entry } = message;
    const answer = this.onSaid(entry.text);
    const token = await this.findToken(handoff);
    this.send({ do: 'read', handoff, token, position: entry.position });
    if (answer !== undefined) this.send({ do: 'say', handoff, token, text: answer, clientId: answer });
  }

  /** The page opens a chat once. */
  private findToken(handoff: string): Promise<string> {
    const known = this.tokens.get(handoff) ?? this.readToken(handoff);
    this.tokens.set(handoff, known);
    return known;
  }

  private async readToken(handoff: string): Promise<string> {
    const response = await fetch(`${this.origin}/desk/api/chats/${handoff}`, { headers: this.headers });
    return ((await response.json()) as { token?: string }).token ?? '';
  }

  private send(command: WithoutId<ToServer>): void {
    this.socket.send(JSON.stringify({ id: ++this.lastId, ...command }));
  }
}
