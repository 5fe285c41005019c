import type { Logger } from 'pino';
import type { Agenda, AgendaEntry } from '../services/agenda.js';
import type { Clock } from '../services/clock.js';

/** Does what an entry is about and says when it is due again, if ever. May be called twice for one entry. */
export type AgendaHandler = (entry: AgendaEntry) => Promise<Date | undefined>;

export interface AgendaRunnerParts {
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
  /** By the entries' kind. */
  readonly handlers: ReadonlyMap<string, AgendaHandler>;
}

/** Timers are not trusted for longer: the machine may sleep, or its clock be put right. */
const LONGEST_WAIT_MS = 30_000;
const BATCH = 50;
const FIRST_RETRY_MS = 10_000;
const LAST_RETRY_MS = 3_600_000;
/** A handler that is never content must not keep the runner busy. */
const SOONEST_NEXT_MS = 1_000;

/** Hands out what is due, one entry at a time, first of all what fell due while the service was down. */
export class AgendaRunner {
  private timer: NodeJS.Timeout | undefined;
  private timerDue = Infinity;
  private running: Promise<void> | undefined;
  private stopListening: (() => void) | undefined;
  private isStopping = false;

  constructor(private readonly parts: AgendaRunnerParts) {}

  start(): void {
    this.isStopping = false;
    this.stopListening ??= this.parts.agenda.onSchedule((due) => {
      this.wait(due.getTime() - this.parts.clock.now().getTime());
    });
    this.wait(0);
  }

  /** Lets the entry that is being handled finish; the rest stays for the next start. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.stopListening?.();
    this.stopListening = undefined;
    clearTimeout(this.timer);
    this.timerDue = Infinity;
    await this.running;
  }

  /** Handles everything that is due now. Resolves when nothing is left; failures are logged and tried again later. */
  async runDue(): Promise<void> {
    const { agenda, clock } = this.parts;
    for (;;) {
      const entries = await agenda.takeDue(clock.now(), BATCH);
      if (entries.length === 0) return;
      for (const entry of entries) {
        if (!(await this.handle(entry))) return;
      }
    }
  }

  /** Sets the timer to fire in `ms`, unless it fires sooner anyway. */
  private wait(ms: number): void {
    if (!this.stopListening) return;
    const due = performance.now() + Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
    if (due >= this.timerDue) return;
    clearTimeout(this.timer);
    this.timerDue = due;
    this.timer = setTimeout(() => this.tick(), due - performance.now());
    this.timer.unref();
  }

  private tick(): void {
    this.timerDue = Infinity;
    // A tick during a run is not lost: the run is followed by another.
    const before = this.running ?? Promise.resolve();
    const run = before
      .then(() => this.runDue())
      .catch((error: unknown) => this.parts.log.error({ err: error }, 'the agenda could not be read'))
      .finally(() => {
        if (this.running === run) this.running = undefined;
        this.wait(LONGEST_WAIT_MS);
      });
    this.running = run;
  }

  /** Returns whether to go on. */
  private async handle(entry: AgendaEntry): Promise<boolean> {
    const { agenda, clock, log, handlers } = this.parts;
    if (this.isStopping) return false;
    const { key, kind, attempts } = entry;
    try {
      const handler = handlers.get(kind);
      if (!handler) throw new Error(`no handler for agenda entries of the kind ${kind}`);
      const next = await handler(entry);
      const soonest = clock.now().getTime() + SOONEST_NEXT_MS;
      await agenda.settle(entry, next && new Date(Math.max(next.getTime(), soonest)));
    } catch (error) {
      const delay = Math.min(FIRST_RETRY_MS * 2 ** attempts, LAST_RETRY_MS);
      log.error({ err: error, key, kind, attempts, retryInMs: delay }, 'an agenda entry failed');
      await agenda.postpone(entry, new Date(clock.now().getTime() + delay));
    }
    return true;
  }
}
