import { createHmac, timingSafeEqual } from 'node:crypto';

/** Older ones may be somebody's recording. */
const LONGEST_AGE_MS = 5 * 60_000;

export interface SignedBody {
  readonly body: string;
  /** `X-Chatwoot-Signature`: `sha256=`, then the HMAC of `<timestamp>.<body>` as hexadecimal digits. */
  readonly signature: string | undefined;
  /** `X-Chatwoot-Timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined;
}

/** Whether who knows the secret wrote this body within the last five minutes. */
export function isSignedBy(
  secret: string,
  { body, signature = '', timestamp = '' }: SignedBody,
  now: Date,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > LONGEST_AGE_MS) return false;
  const expected = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  );
  const given = Buffer.from(signature.toLowerCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
}
