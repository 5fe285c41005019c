import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from '../../http/httpError.js';
import type { DirectLineLimits } from './config.js';

/** `over-first` is the one message of a window that earns the passenger an explanation. */
export type MessageVerdict = 'within' | 'over-first' | 'over';

/** Counts what callers do, in this process's memory. */
export class RateLimits {
  private readonly starts: RateLimiterMemory;
  private readonly calls: RateLimiterMemory;
  private readonly messages: RateLimiterMemory;
  private readonly uploads: RateLimiterMemory;

  constructor(limits: DirectLineLimits) {
    this.starts = new RateLimiterMemory({ keyPrefix: 'start', points: limits.startsPerMinute, duration: 60 });
    this.calls = new RateLimiterMemory({ keyPrefix: 'call', points: limits.callsPerMinute, duration: 60 });
    this.messages = new RateLimiterMemory({
      keyPrefix: 'say',
      points: limits.messagesPerTenSeconds,
      duration: 10,
    });
    this.uploads = new RateLimiterMemory({
      keyPrefix: 'upload',
      points: limits.uploadsPerMinute,
      duration: 60,
    });
  }

  /** Counts a new conversation. Fails with 429 beyond the limit. */
  countStart(address: string): Promise<void> {
    return consume(this.starts, address);
  }

  /** Counts any call. Fails with 429 beyond the limit. */
  countCall(address: string): Promise<void> {
    return consume(this.calls, address);
  }

  /** Counts an upload. Fails with 429 beyond the limit. */
  countUpload(conversationId: string): Promise<void> {
    return consume(this.uploads, conversationId);
  }

  /** Counts a message; never fails, since Web Chat shows a passenger nothing useful for a refused one. */
  async countMessage(conversationId: string): Promise<MessageVerdict> {
    try {
      await this.messages.consume(conversationId);
      return 'within';
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return error.consumedPoints === this.messages.points + 1 ? 'over-first' : 'over';
    }
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
    throw new HttpError(429, 'TooManyRequests', 'Too many requests; try again later.', { retryAfterSeconds });
  }
}
