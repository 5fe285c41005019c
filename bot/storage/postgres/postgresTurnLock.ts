import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { RedeyeError } from '../../../services/errors.js';
import { InProcessTurnLock, type TurnLock } from '../../turnLock.js';
import { warnOf } from '../../warning.js';
import { toLockNumber } from './names.js';
import type { Session } from './session.js';

/** How long a turn waits to be told before it looks itself: a killed process tells nobody. */
const LONGEST_WAIT_MS = 250;
/** How long a process lets another one go first that wants the same conversation. */
const GIVE_WAY_MS = 20;

interface Hold {
  /** The connection that held the lock is gone, so another process may be running a turn of the conversation. */
  isLost: boolean;
}

/**
 * Keeps turns apart within this process and between all of one database: a turn holds an advisory lock. All locks of
 * a process are on its one session, so any number of conversations may wait without a connection each, and they are
 * free when the process ends. Between processes the order is not that of coming, but none waits for ever.
 */
export class PostgresTurnLock implements TurnLock {
  private readonly turns = new InProcessTurnLock();
  /** By the lock's number. */
  private readonly holds = new Map<string, Hold>();
  private readonly current = new AsyncLocalStorage<Hold>();
  private readonly waiting = new Map<string, () => void>();
  private readonly wanted = new Set<string>();

  constructor(private readonly session: Session) {
    session.listen('redeye_turns', (message) => this.hear(message));
    session.lost.add(() => {
      for (const hold of this.holds.values()) hold.isLost = true;
    });
  }

  /** Besides the turn's own failures, `storage.unavailable` where the database cannot be asked. */
  run<T>(conversationId: string, turn: () => Promise<T>): Promise<T> {
    const number = toLockNumber(`turn ${conversationId}`);
    return this.turns.run(conversationId, async () => {
      const hold = await this.take(number);
      try {
        return await this.current.run(hold, turn);
      } finally {
        this.holds.delete(number);
        if (!hold.isLost) await this.release(number);
      }
    });
  }

  drain(): Promise<void> {
    return this.turns.drain();
  }

  /** Fails with `storage.conflict` when called in a turn that has lost its lock: it must write nothing any more. */
  checkTurn(): void {
    if (this.current.getStore()?.isLost) {
      throw new RedeyeError('storage.conflict', 'the turn lost its lock together with the connection');
    }
  }

  private async take(number: string): Promise<Hold> {
    for (;;) {
      const hold: Hold = { isLost: false };
      this.holds.set(number, hold);
      const told = this.awaitRelease(number);
      try {
        const [row] = await this.session.query('SELECT pg_try_advisory_lock($1) AS taken', [number]);
        if (row?.['taken'] === true) return hold;
        this.holds.delete(number);
        await this.tell(`want ${number}`);
        await told.wait();
      } catch (error) {
        this.holds.delete(number);
        throw error;
      } finally {
        told.stop();
      }
    }
  }

  private awaitRelease(number: string): { wait: () => Promise<void>; stop: () => void } {
    let timer: NodeJS.Timeout | undefined;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    this.waiting.set(number, release);
    return {
      wait: () => {
        timer = setTimeout(release, LONGEST_WAIT_MS);
        return released;
      },
      stop: () => {
        clearTimeout(timer);
        this.waiting.delete(number);
      },
    };
  }

  /** The turn is over and saved: what fails here is no failure of it. */
  private async release(number: string): Promise<void> {
    try {
      await this.session.query('SELECT pg_advisory_unlock($1)', [number]);
      if (!this.wanted.delete(number)) return;
      await this.tell(`free ${number}`);
      await pause(GIVE_WAY_MS);
    } catch (error) {
      warnOf(error);
    }
  }

  private async tell(message: string): Promise<void> {
    await this.session.query("SELECT pg_notify('redeye_turns', $1)", [
      `${String(this.session.owner)} ${message}`,
    ]);
  }

  private hear(message: string): void {
    const [owner, what, number = ''] = message.split(' ');
    if (owner === String(this.session.owner)) return;
    if (what === 'free') this.waiting.get(number)?.();
    else if (this.holds.has(number)) this.wanted.add(number);
  }
}
