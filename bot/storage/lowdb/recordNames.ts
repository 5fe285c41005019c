import { createHash } from 'node:crypto';
import path from 'node:path';

const LONGEST_NAME = 120;
// Windows keeps these for devices, whatever the extension.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const KEPT = /^[a-z0-9_-]$/;
const HASHED = '~';
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A file name for any key. Only lower-case letters, digits, `_`, `-` and `%` occur in it, so two keys that
 * differ in case alone stay two files on a disk that ignores case. Long keys are named by their hash.
 */
export function encodeKey(key: string): string {
  if (LONE_SURROGATE.test(key)) return HASHED + hashKey(key);
  const encoded = key === '' ? '%' : [...key].map(encodeCharacter).join('');
  if (encoded.length > LONGEST_NAME) return HASHED + hashKey(key);
  return RESERVED.test(encoded) ? escapeCharacter(encoded.charAt(0)) + encoded.slice(1) : encoded;
}

/** The key a name was made from, or undefined when the name is a hash and only the file itself knows. */
export function decodeKey(name: string): string | undefined {
  if (name.startsWith(HASHED)) return undefined;
  return name === '%' ? '' : decodeURIComponent(name);
}

/** Where a key's record lies below `directory`, without extension: 256 sub-folders keep each of them short. */
export function getRecordPath(directory: string, key: string): string {
  return path.join(directory, hashKey(key).slice(0, 2), encodeKey(key));
}

function encodeCharacter(character: string): string {
  return KEPT.test(character) ? character : escapeCharacter(character);
}

function escapeCharacter(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

// UTF-16, because half a surrogate pair has no UTF-8 of its own.
function hashKey(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'utf16le')).digest('hex');
}
