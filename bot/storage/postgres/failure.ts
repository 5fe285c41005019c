import { RedeyeError } from '../../../services/errors.js';

/** What a failed statement means to the caller. What is said holds neither the address nor any data. */
export function describeFailure(error: unknown): RedeyeError {
  if (error instanceof RedeyeError) return error;
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? ` (${String(error.code)})` : '';
  return new RedeyeError('storage.unavailable', `PostgreSQL: ${String(message)}${code}`, { cause: error });
}
