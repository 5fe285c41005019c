import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, NewEvent, StoredEvent } from '../eventLog.js';
import { isConflict } from './caseFiling.js';

/** How often names may be tried in an hour. Failed tries count; the total keeps successes from hiding them. */
const WINDOW_MS = 3_600_000;
const MOST_TRIES = 30;
/** Each try leaves at most two events. */
const EVENTS_READ = 2 * MOST_TRIES;
const ATTEMPTS = 20;

/** Counts tries where they survive a restart: in a stream a person, and one a reference. */
export class LookupTries {
  constructor(
    private readonly eventLog: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try, before it is made. Returns when the next may be made, if too many failed; otherwise undefined.
   * Tries at the same time are counted one after the other.
   */
  async begin(whose: string, mostFailures: number): Promise<Date | undefined> {
    const stream = getStream(whose);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const events = await this.eventLog.readLast(stream, EVENTS_READ);
      const now = this.clock.now();
      const retryAt = findRetryTime(events, now, mostFailures);
      if (retryAt) return retryAt;
      try {
        await this.eventLog.append(stream, [describe('lookup-tried', now)], events.at(-1)?.version ?? 0);
        return undefined;
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
    throw new RedeyeError('storage.conflict', stream);
  }

  /** The try just begun found what it looked for. */
  async succeed(whose: string): Promise<void> {
    await this.eventLog.append(getStream(whose), [describe('lookup-succeeded', this.clock.now())], 'any');
  }
}

function findRetryTime(events: readonly StoredEvent[], now: Date, mostFailures: number): Date | undefined {
  const since = new Date(now.getTime() - WINDOW_MS).toISOString();
  const recent = events.filter(({ time }) => time > since);
  const tries = recent.filter(({ type }) => type === 'lookup-tried');
  const successes = recent.length - tries.length;
  const [oldest] = tries;
  if (!oldest || (tries.length - successes < mostFailures && tries.length < MOST_TRIES)) return undefined;
  return new Date(Date.parse(oldest.time) + WINDOW_MS);
}

function describe(type: string, now: Date): NewEvent {
  return { type, time: now.toISOString(), actor: 'bot', data: {} };
}

function getStream(whose: string): string {
  return `lookup/${whose}`;
}
