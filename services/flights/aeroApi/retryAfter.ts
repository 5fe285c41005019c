const WITHOUT_WORD_MS = 1_000;
const AT_MOST_MS = 60 * 60 * 1000;

/** Milliseconds to wait by a Retry-After header, which holds seconds or a date; a second where it holds neither. */
export function readRetryAfter(header: string | null, now: Date): number {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, AT_MOST_MS);
  const date = Date.parse(value);
  if (Number.isNaN(date)) return WITHOUT_WORD_MS;
  return Math.min(Math.max(0, date - now.getTime()), AT_MOST_MS);
}
