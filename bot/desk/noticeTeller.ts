import type { Logger } from 'pino';
import type { FloorNotice } from '../../services/desk/floor.js';

export interface NoticeTellerParts {
  /** As far as this process knows, oldest first. */
  readonly listUntold: () => readonly FloorNotice[];
  /** Says it to the passenger; the same notice again is said once. */
  readonly tell: (notice: FloorNotice) => Promise<void>;
  readonly noteTold: (notice: string) => Promise<void>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 600_000;
/** About four hours: who cannot be written to for so long has left. */
const MOST_ATTEMPTS = 30;

/**
 * Tells passengers who joined, left or was lost: each notice until it was said, those of one conversation in their
 * order, those of different ones side by side. Several processes may try the same one.
 */
export class NoticeTeller {
  private readonly working = new Map<string, Promise<void>>();
  private readonly retries = new Map<string, NodeJS.Timeout>();
  private readonly attempts = new Map<string, number>();
  private isStopped = false;

  constructor(private readonly parts: NoticeTellerParts) {}

  /** Takes up whatever is untold now and not being told already. */
  look(): void {
    for (const { handoff } of this.parts.listUntold()) {
      const { conversation } = handoff;
      if (!this.isStopped && !this.retries.has(conversation)) void this.work(conversation);
    }
  }

  /** Waits until what is untold in a conversation was tried, so that what is said next stands behind it. */
  async settle(conversation: string): Promise<void> {
    if (this.findNext(conversation)) await this.work(conversation);
  }

  /** Lets what is being told finish; the rest stays for the next start. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const retry of this.retries.values()) clearTimeout(retry);
    await Promise.all(this.working.values());
  }

  private work(conversation: string): Promise<void> {
    const running = this.working.get(conversation);
    if (running) return running;
    const work = this.tellAll(conversation).finally(() => this.working.delete(conversation));
    this.working.set(conversation, work);
    return work;
  }

  private async tellAll(conversation: string): Promise<void> {
    for (let notice = this.findNext(conversation); notice; notice = this.findNext(conversation)) {
      if (this.isStopped || !(await this.tryToTell(notice))) return;
    }
  }

  /** Returns whether to go on with the next one. */
  private async tryToTell(notice: FloorNotice): Promise<boolean> {
    const attempt = (this.attempts.get(notice.id) ?? 0) + 1;
    const names = { notice: notice.id, conversation: notice.handoff.conversation, attempt };
    try {
      await this.parts.tell(notice);
    } catch (error) {
      if (attempt < MOST_ATTEMPTS) {
        this.attempts.set(notice.id, attempt);
        this.retryLater(notice.handoff.conversation, attempt);
        this.parts.log.warn({ err: error, ...names }, 'a passenger could not be told yet');
        return false;
      }
      this.parts.log.error({ err: error, ...names }, 'a passenger could not be told, and is left');
    }
    this.attempts.delete(notice.id);
    try {
      await this.parts.noteTold(notice.id);
      return true;
    } catch (error) {
      this.parts.log.error({ err: error, ...names }, 'that a passenger was told could not be noted');
      this.retryLater(notice.handoff.conversation, attempt);
      return false;
    }
  }

  private retryLater(conversation: string, attempt: number): void {
    if (this.isStopped) return;
    const retry = setTimeout(
      () => {
        this.retries.delete(conversation);
        this.look();
      },
      Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), LAST_RETRY_MS),
    );
    this.retries.set(conversation, retry.unref());
  }

  private findNext(conversation: string): FloorNotice | undefined {
    return this.parts.listUntold().find(({ handoff }) => handoff.conversation === conversation);
  }
}
