import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

/** 256 random bits, usable in addresses and cookies. */
export function createSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of a secret; nobody gets from here to the secret itself. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares without telling by its duration how much was right. */
export function matchesSecret(secret: string, hash: string): boolean {
  const own = Buffer.from(hashSecret(secret));
  const other = Buffer.from(hash);
  return own.length === other.length && timingSafeEqual(own, other);
}
