import type { Logger } from 'pino';
import type { Agenda, AgendaEntry } from '../../services/agenda.js';
import type { Clock } from '../../services/clock.js';
import { RedeyeError } from '../../services/errors.js';
import type { TurnLock } from '../turnLock.js';
import type { HubQueue } from './hubQueue.js';

export interface PumpParts<Item extends { readonly id: string }> {
  /** Of its entries in the agenda. */
  readonly kind: string;
  readonly queue: HubQueue<Item>;
  readonly agenda: Agenda;
  readonly lock: Pick<TurnLock, 'run'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Does it, or fails. `tries` counts those before. A failure with `desk.rejected` is not tried again. */
  readonly handle: (conversation: string, item: Item, tries: number) => Promise<void>;
  /** Told of each failure. */
  readonly onFailure?: (conversation: string, item: Item, tries: number, isFinal: boolean) => Promise<void>;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** Long enough for what is being done now; after a crash somebody looks then. */
const LOOK_AGAIN_MS = 30_000;
/** About a day at the longest pause: nobody waits for it any more. */
const MOST_TRIES = 1_440;

/**
 * Does what is queued for each conversation: in order, one after the other, each until it succeeds. Those of different
 * conversations go side by side, and nobody who puts something in waits for it to be done.
 */
export class HubPump<Item extends { readonly id: string }> {
  private readonly working = new Map<string, Promise<void>>();
  /** Something came while the conversation was worked on. */
  private readonly wanted = new Set<string>();
  /** The agenda is for what outlives the process; it may be half a minute late. */
  private readonly retries = new Map<string, NodeJS.Timeout>();
  private isStopped = false;

  constructor(private readonly parts: PumpParts<Item>) {}

  /** Is done some time after it returns, even if the process ends. */
  async add(conversation: string, item: Item): Promise<void> {
    await this.parts.queue.push(conversation, item);
    await this.schedule(conversation, LOOK_AGAIN_MS);
    this.start(conversation);
  }

  /** For the agenda: looks at what is due without making the agenda wait. */
  wake({ data }: AgendaEntry): Promise<Date | undefined> {
    const conversation = typeof data === 'string' ? data : '';
    this.start(conversation);
    return Promise.resolve(this.in(LOOK_AGAIN_MS));
  }

  /** Resolves when nothing is being done. What is left goes on with the agenda. */
  async settle(): Promise<void> {
    while (this.working.size > 0) await Promise.all(this.working.values());
  }

  /** Lets what is being done finish and begins nothing more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const retry of this.retries.values()) clearTimeout(retry);
    await this.settle();
  }

  private start(conversation: string): void {
    if (this.isStopped) return;
    if (this.working.has(conversation)) {
      this.wanted.add(conversation);
      return;
    }
    const work = this.parts.lock
      .run(`${this.parts.kind} ${conversation}`, () => this.work(conversation))
      .catch((error: unknown) => {
        this.parts.log.error({ err: error, conversation }, 'the queue of a handoff could not be worked on');
      })
      .finally(() => {
        this.working.delete(conversation);
        if (this.wanted.delete(conversation)) this.start(conversation);
      });
    this.working.set(conversation, work);
  }

  private async work(conversation: string): Promise<void> {
    const { queue, agenda } = this.parts;
    while (!this.isStopped) {
      const first = await queue.findFirst(conversation);
      if (first === undefined) return agenda.cancel(this.getKey(conversation));
      if (!(await this.tryOne(conversation, first.item, first.tries))) return;
    }
  }

  /** Returns whether to go on with the next one. */
  private async tryOne(conversation: string, item: Item, tries: number): Promise<boolean> {
    const { queue, log, onFailure } = this.parts;
    try {
      await this.parts.handle(conversation, item, tries);
    } catch (error) {
      const isFinal = isRejected(error) || tries + 1 >= MOST_TRIES;
      const names = { err: error, conversation, item: item.id, tries };
      if (isFinal) log.error(names, 'given up for a handoff');
      else log.warn(names, 'not done yet for a handoff');
      await (isFinal ? queue.remove(conversation, item.id) : queue.countTry(conversation, item.id));
      if (!isFinal) await this.retryIn(conversation, Math.min(FIRST_RETRY_MS * 2 ** tries, LAST_RETRY_MS));
      await onFailure?.(conversation, item, tries, isFinal);
      return isFinal;
    }
    await queue.remove(conversation, item.id);
    return true;
  }

  private async retryIn(conversation: string, ms: number): Promise<void> {
    await this.schedule(conversation, ms);
    clearTimeout(this.retries.get(conversation));
    const retry = setTimeout(() => {
      this.retries.delete(conversation);
      this.start(conversation);
    }, ms);
    this.retries.set(conversation, retry.unref());
  }

  private schedule(conversation: string, ms: number): Promise<void> {
    const { agenda, kind } = this.parts;
    return agenda.schedule({ key: this.getKey(conversation), due: this.in(ms), kind, data: conversation });
  }

  private getKey(conversation: string): string {
    return `${this.parts.kind}/${conversation}`;
  }

  private in(ms: number): Date {
    return new Date(this.parts.clock.now().getTime() + ms);
  }
}

function isRejected(error: unknown): boolean {
  return error instanceof RedeyeError && error.code === 'desk.rejected';
}
