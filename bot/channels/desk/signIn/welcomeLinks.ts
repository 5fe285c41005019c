import type { Storage } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../../../../services/clock.js';
import { RedeyeError } from '../../../../services/errors.js';
import { createSecret, hashSecret, matchesSecret } from './secrets.js';

const VALID_MS = 24 * 3_600_000;
const KEY = 'desk-welcome-link';

const recordSchema = z.object({
  hash: z.string(),
  expires: z.iso.datetime(),
  used: z.boolean(),
  eTag: z.string().optional(),
});

/** The one link that lets somebody in without a password: valid for a day, once; making a new one ends the last. */
export class WelcomeLinks {
  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** Returns the token for `/desk?welcome=`. */
  async create(): Promise<string> {
    const token = createSecret();
    const expires = new Date(this.clock.now().getTime() + VALID_MS).toISOString();
    await this.storage.write({ [KEY]: { hash: hashSecret(token), expires, used: false, eTag: '*' } });
    return token;
  }

  /** Whether the token lets somebody in; true once, also when it is tried twice at the same time. */
  async redeem(token: string): Promise<boolean> {
    const stored = recordSchema.safeParse((await this.storage.read([KEY]))[KEY]).data;
    if (!stored || stored.used || Date.parse(stored.expires) <= this.clock.now().getTime()) return false;
    if (!matchesSecret(token, stored.hash)) return false;
    try {
      await this.storage.write({ [KEY]: { ...stored, used: true } });
      return true;
    } catch (error) {
      if (error instanceof RedeyeError && error.code === 'storage.conflict') return false;
      throw error;
    }
  }
}
