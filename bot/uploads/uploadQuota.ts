import { z } from 'zod';
import type { Clock } from '../../services/clock.js';
import { RedeyeError } from '../../services/errors.js';
import type { EventLog } from '../../services/eventLog.js';

export interface UploadLimits {
  /** Files of one conversation in 24 hours, and their bytes together. */
  readonly filesPerDay: number;
  readonly fileBytesPerDay: number;
}

const DAY_MS = 86_400_000;
const ATTEMPTS = 20;
const countedSchema = z.object({ sizes: z.array(z.number()) });

/** Counts the files of a conversation where the count survives a restart and is the same on every machine. */
export class UploadQuota {
  constructor(
    private readonly eventLog: EventLog,
    private readonly clock: Clock,
    private readonly limits: UploadLimits,
  ) {}

  /**
   * Counts the files of one upload, before they are kept, and returns whether they may be. What is refused is not
   * counted. Uploads at the same time are counted one after the other.
   */
  async take(conversationId: string, sizes: readonly number[]): Promise<boolean> {
    const stream = `uploads/${conversationId}`;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // An event counts one file at least, so that more events than files are allowed decide nothing.
      const events = await this.eventLog.readLast(stream, this.limits.filesPerDay);
      const now = this.clock.now();
      const since = new Date(now.getTime() - DAY_MS).toISOString();
      const counted = events
        .filter(({ time }) => time > since)
        .flatMap(({ data }) => countedSchema.parse(data).sizes);
      if (!this.isWithin([...counted, ...sizes])) return false;
      const event = {
        type: 'files-counted',
        time: now.toISOString(),
        actor: 'system',
        data: { sizes: [...sizes] },
      };
      try {
        await this.eventLog.append(stream, [event], events.at(-1)?.version ?? 0);
        return true;
      } catch (error) {
        if (!(error instanceof RedeyeError) || error.code !== 'storage.conflict') throw error;
      }
    }
    throw new RedeyeError('storage.conflict', stream);
  }

  private isWithin(sizes: readonly number[]): boolean {
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return sizes.length <= this.limits.filesPerDay && bytes <= this.limits.fileBytesPerDay;
  }
}
