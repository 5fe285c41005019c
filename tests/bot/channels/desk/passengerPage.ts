import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';
import { waitFor } from './waitFor.js';

interface Talk {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** A passenger's chat over Direct Line, with what they see. */
export class PassengerPage {
  readonly seen: Partial<Activity>[] = [];
  private socket: WebSocket | undefined;
  private watermark = '0';

  private constructor(
    private readonly getOrigin: () => string,
    readonly talk: Talk,
    private readonly locale: string,
  ) {}

  static async open(getOrigin: () => string, locale: string): Promise<PassengerPage> {
    const response = await fetch(`${getOrigin()}/v3/directline/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale }),
    });
    const page = new PassengerPage(getOrigin, (await response.json()) as Talk, locale);
    page.listen(page.talk.streamUrl);
    await page.until(({ text }) => Boolean(text), 'a greeting');
    return page;
  }

  /** Comes back after the service was gone. */
  async reconnect(): Promise<void> {
    const { conversationId, token } = this.talk;
    const path = `/v3/directline/conversations/${conversationId}?watermark=${this.watermark}`;
    const response = await fetch(this.getOrigin() + path, { headers: { authorization: `Bearer ${token}` } });
    this.listen(((await response.json()) as Talk).streamUrl);
  }

  async say(text: string): Promise<void> {
    await this.post({ type: 'message', text, locale: this.locale, from: { id: 'me' } });
  }

  async post(activity: object): Promise<void> {
    const { conversationId, token } = this.talk;
    const response = await fetch(
      `${this.getOrigin()}/v3/directline/conversations/${conversationId}/activities`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
      },
    );
    if (!response.ok) throw new Error(`not sent: ${response.status}`);
  }

  /** Asks for a person, and waits until the bot has said so. */
  callPerson(words = 'I want to talk to a person'): Promise<void> {
    return this.ask(words);
  }

  /** Says something, and waits until the bot has said something to it. */
  async ask(words: string): Promise<void> {
    const before = this.texts.length;
    await this.say(words);
    await waitFor(() => (this.texts.length >= before + 2 ? true : undefined), `an answer to ${words}`);
  }

  /** All that was said, by both sides, in the order it was shown. */
  get texts(): string[] {
    return this.seen.flatMap(({ type, text }) => (type === 'message' && text ? [text] : []));
  }

  async untilText(pattern: RegExp | string): Promise<Partial<Activity>> {
    return this.until(
      ({ text = '' }) => (typeof pattern === 'string' ? text === pattern : pattern.test(text)),
      String(pattern),
    );
  }

  until(condition: (activity: Partial<Activity>) => boolean, what: string): Promise<Partial<Activity>> {
    return waitFor(
      () => this.seen.find(condition),
      () => `${what} at the passenger, who saw ${JSON.stringify(this.texts)}`,
    );
  }

  end(): void {
    this.socket?.terminate();
  }

  private listen(url: string): void {
    this.socket?.terminate();
    this.socket = new WebSocket(url);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer) => {
      if (data.length === 0) return;
      const set = JSON.parse(data.toString()) as { activities: Partial<Activity>[]; watermark?: string };
      this.seen.push(...set.activities);
      this.watermark = set.watermark ?? this.watermark;
    });
  }
}
