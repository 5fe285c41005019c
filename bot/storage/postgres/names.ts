import { createHash } from 'node:crypto';

/**
 * A name as a text column takes it: any string there is, also with a NUL or half a character, which PostgreSQL
 * refuses or changes. Ordinary names stay as they are.
 */
export function encodeName(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}

export function decodeName(encoded: string): string {
  return String(JSON.parse(`"${encoded}"`));
}

/** Stands for a name in indexes, whatever its length. */
export function digestName(name: string): Buffer {
  return createHash('sha256').update(encodeName(name)).digest();
}

/** A name as the number of an advisory lock. */
export function toLockNumber(name: string): string {
  return digestName(name).readBigInt64BE().toString();
}
