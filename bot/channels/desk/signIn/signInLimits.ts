import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from '../../../http/httpError.js';

const MINUTE = 60;
/** A colleague mistypes a few times; a list of passwords gets nowhere. */
const BY_BOTH = { keyPrefix: 'desk-both', points: 8, duration: 10 * MINUTE };
/** From many addresses at once; far enough off that nobody locks a colleague out. */
const BY_NAME = { keyPrefix: 'desk-name', points: 60, duration: 10 * MINUTE };
/** A whole office may stand behind one address. */
const BY_ADDRESS = { keyPrefix: 'desk-address', points: 40, duration: 10 * MINUTE };

/** Counts failed tries to sign in, in this process's memory, for names that exist and names that do not. */
export class SignInLimits {
  private readonly byBoth = new RateLimiterMemory(BY_BOTH);
  private readonly byName = new RateLimiterMemory(BY_NAME);
  private readonly byAddress = new RateLimiterMemory(BY_ADDRESS);

  /**
   * Counts a try before it is looked at, so that many at once are no way around; `name` as accounts are found by it,
   * empty where none is given. Fails with 429 beyond a limit.
   */
  async count(name: string, address: string): Promise<void> {
    await consume(this.byAddress, address);
    if (name === '') return;
    await consume(this.byBoth, `${address} ${name}`);
    await consume(this.byName, name);
  }

  /** The try was right: it does not count. */
  async forgive(name: string, address: string): Promise<void> {
    await this.byAddress.reward(address, 1);
    if (name === '') return;
    await this.byBoth.delete(`${address} ${name}`);
    await this.byName.reward(name, 1);
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
    throw new HttpError(429, 'TooManyRequests', 'Too many tries; try again later.', { retryAfterSeconds });
  }
}
