import { createRequire } from 'node:module';
import type { Activity } from 'botbuilder';
import type * as library from 'botframework-directlinejs';
import { WebSocket } from 'ws';

const require = createRequire(import.meta.url);
const { XMLHttpRequest } = require('xmlhttprequest-ssl') as { XMLHttpRequest: unknown };
// directlinejs is written for browsers and looks for these when it is loaded and used.
Object.assign(globalThis, { WebSocket, XMLHttpRequest });

const { DirectLine } = require('botframework-directlinejs') as typeof library;

export type Options = ConstructorParameters<typeof DirectLine>[0];

/** Microsoft's client, with what it received kept and awaited. */
export class Client {
  readonly line: InstanceType<typeof DirectLine>;
  readonly received: Partial<Activity>[] = [];
  readonly statuses: number[] = [];
  private readonly subscriptions: { unsubscribe(): void }[];
  private wake: () => void = () => undefined;

  constructor(options: Options) {
    this.line = new DirectLine({ pollingInterval: 200, timeout: 1000, ...options });
    this.subscriptions = [
      this.line.connectionStatus$.subscribe((status) => void this.statuses.push(status)),
      this.line.activity$.subscribe((activity) => {
        this.received.push(activity as Partial<Activity>);
        this.wake();
      }),
    ];
  }

  /** Sends and returns the id the service gave, or `retry`. */
  say(text: string, more: object = {}): Promise<string> {
    return this.post({ type: 'message', text, from: { id: 'me' }, ...more });
  }

  post(activity: object): Promise<string> {
    return new Promise((resolve, reject) =>
      this.line.postActivity(activity as never).subscribe(resolve, reject),
    );
  }

  /** Waits until what was received fulfils the condition. */
  async until(condition: (received: Partial<Activity>[]) => boolean): Promise<void> {
    while (!condition(this.received)) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  untilText(text: string): Promise<void> {
    return this.until((received) => received.some((activity) => activity.text === text));
  }

  get texts(): (string | undefined)[] {
    return this.received.filter(({ type }) => type === 'message').map(({ text }) => text);
  }

  end(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    this.line.end();
  }
}
