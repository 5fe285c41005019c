import type { PasswordHasher } from '../../../../services/desk/accounts.js';

/** Compared with where there is no account, so that an unknown name takes as long as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXRoaW5nc2FsdHk$ZpQ2mdTq0Yd1cWkq4W7wN2Zf9cE0m8Xq3vB5hJ1rLkA';

/** Argon2id as OWASP advises (19 MiB, two passes). Loaded when first needed: few starts see a password. */
export class Argon2Hasher implements PasswordHasher {
  async hash(password: string): Promise<string> {
    const { hash } = await import('@node-rs/argon2');
    return hash(password);
  }

  async verify(stored: string | undefined, password: string): Promise<boolean> {
    const { verify } = await import('@node-rs/argon2');
    return (await verify(stored ?? NOBODY, password)) && stored !== undefined;
  }
}
