import { WebSocket } from 'ws';
import type { ChatDetail, FloorView, ToPage, ToServer } from '../../../../bot/channels/desk/wire.js';
import { waitFor } from './waitFor.js';

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

type WithoutId<Command> = Command extends ToServer ? Omit<Command, 'id'> : never;
type Outcome = Extract<ToPage, { type: 'done' | 'refused' }>;

/** An agent's browser: a cookie, calls to the API, and the stream. */
export class AgentPage {
  cookie = '';
  readonly heard: ToPage[] = [];
  private socket: WebSocket | undefined;
  private lastId = 0;

  constructor(private readonly getOrigin: () => string) {}

  async call<Body = unknown>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const origin = this.getOrigin();
    const response = await fetch(`${origin}/desk/api${path}`, {
      method,
      headers: {
        origin,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '');
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : undefined) as Body,
    };
  }

  signIn(name: string, password: string): Promise<Answer> {
    return this.call('POST', '/session', { name, password });
  }

  /** Resolves with the status of a refusal, or with 101 when the stream is open and the floor was shown. */
  async connect(headers: Record<string, string> = {}): Promise<number> {
    const origin = this.getOrigin();
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/desk/api/stream`, {
      headers: { origin, cookie: this.cookie, ...headers },
    });
    socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(data.toString()) as ToPage));
    const before = this.heard.length;
    const status = await new Promise<number>((resolve, reject) => {
      socket.once('open', () => resolve(101));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.once('error', reject);
    });
    if (status !== 101) return status;
    this.socket = socket;
    await waitFor(() => this.heard.slice(before).find(({ type }) => type === 'floor'), 'the floor');
    return status;
  }

  get isConnected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** What the service answers to a command. */
  async ask(command: WithoutId<ToServer>): Promise<Outcome> {
    const id = ++this.lastId;
    this.socket?.send(JSON.stringify({ id, ...command }));
    return waitFor(
      () =>
        this.heard.find(
          (message): message is Outcome =>
            (message.type === 'done' || message.type === 'refused') && message.id === id,
        ),
      `an answer to ${command.do}`,
    );
  }

  sendRaw(text: string): void {
    this.socket?.send(text);
  }

  /** Takes the next passenger. */
  async take(): Promise<{ handoff: string; token: string }> {
    await this.untilFloor(({ queue }) => queue.length > 0);
    const done = await this.ask({ do: 'take' });
    if (done.type !== 'done') throw new Error(`not taken: ${done.code}`);
    return { handoff: done.handoff ?? '', token: done.token ?? '' };
  }

  say(chat: { handoff: string; token: string }, text: string, clientId = text): Promise<Outcome> {
    return this.ask({ do: 'say', ...chat, text, clientId });
  }

  /** Waits until the passenger's or anybody's words are on the screen. */
  async untilSaid(text: string): Promise<void> {
    await waitFor(
      () => this.heard.find((message) => message.type === 'said' && message.entry.text === text),
      `${text} at the agent`,
    );
  }

  countSaid(text: string): number {
    return this.heard.filter((message) => message.type === 'said' && message.entry.text === text).length;
  }

  get floor(): FloorView | undefined {
    const newest = this.heard.findLast((message) => message.type === 'floor');
    return newest?.type === 'floor' ? newest.floor : undefined;
  }

  async untilFloor(condition: (floor: FloorView) => boolean): Promise<FloorView> {
    return waitFor(
      () => (this.floor && condition(this.floor) ? this.floor : undefined),
      () => `a floor that ${String(condition)}; it is ${JSON.stringify(this.floor)}`,
    );
  }

  async readChat(handoff: string): Promise<Answer<ChatDetail>> {
    return this.call<ChatDetail>('GET', `/chats/${handoff}`);
  }

  /** As when the browser is killed. */
  kill(): void {
    this.socket?.terminate();
  }

  end(): void {
    this.kill();
  }
}
