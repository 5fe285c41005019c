import { WebSocket } from 'ws';

interface Talk {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** A Direct Line client on a WebSocket. */
export class BenchPassenger {
  private constructor(
    private readonly origin: string,
    private readonly address: string,
    private readonly talk: Talk,
    private readonly socket: WebSocket,
  ) {}

  /** `onHeard` is told of every message of the service. */
  static async open(
    origin: string,
    address: string,
    onHeard: (text: string) => void,
  ): Promise<BenchPassenger> {
    const response = await fetch(`${origin}/v3/directline/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: '{"locale":"en"}',
    });
    const talk = (await response.json()) as Talk;
    const socket = new WebSocket(talk.streamUrl);
    socket.on('message', (data: Buffer) => {
      if (data.length === 0) return;
      const { activities } = JSON.parse(data.toString()) as {
        activities: { type: string; text?: string; from: { role?: string } }[];
      };
      for (const { type, text = '', from } of activities) {
        if (type === 'message' && from.role !== 'user') onHeard(text);
      }
    });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new BenchPassenger(origin, address, talk, socket);
  }

  async say(text: string): Promise<void> {
    const path = `/v3/directline/conversations/${this.talk.conversationId}/activities`;
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': this.address,
        authorization: `Bearer ${this.talk.token}`,
      },
      body: JSON.stringify({ type: 'message', text, locale: 'en', from: { id: 'me' } }),
    });
    if (!response.ok) throw new Error(`not sent: ${String(response.status)}`);
    await response.arrayBuffer();
  }

  close(): void {
    this.socket.terminate();
  }
}
