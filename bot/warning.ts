import { inspect } from 'node:util';

/** Tells the operator of a failure that must not become the caller's. */
export function warnOf(error: unknown): void {
  process.emitWarning(inspect(error));
}
