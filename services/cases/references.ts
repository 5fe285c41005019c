import { createHash } from 'node:crypto';
import { CASE_KINDS, type CaseKind } from './caseKinds.js';

const AIRLINE = 'RE';
const DIGITS = 100_000;
// Without I, O, 0 and 1, which are read for each other.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 5;

const FORMS: Readonly<Record<CaseKind, RegExp>> = {
  claim: /^[A-Z]{3}[A-Z0-9]{2}\d{5}$/,
  complaint: /^C-\d{8}-[A-HJ-NP-Z2-9]{5}$/,
  assistance: /^A-\d{8}-[A-HJ-NP-Z2-9]{5}$/,
  message: /^M-\d{8}-[A-HJ-NP-Z2-9]{5}$/,
};

/** What the references of kinds without a station begin with. */
const INITIALS = { complaint: 'C', assistance: 'A', message: 'M' } as const;

export interface CaseReference {
  readonly kind: CaseKind;
  readonly reference: string;
}

/** Reads a reference as people write it: any case, full-width, spaces; undefined when it is none. */
export function readReference(text: string): CaseReference | undefined {
  const reference = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();
  for (const kind of CASE_KINDS) {
    if (FORMS[kind].test(reference)) return { kind, reference };
  }
  return undefined;
}

/** The references of one kind in a text, as the airline writes them, each once. */
export function findReferences(kind: keyof typeof INITIALS, text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();
  const form = new RegExp(`(?<![A-Z0-9-])${INITIALS[kind]}-\\d{8}-[A-HJ-NP-Z2-9]{5}(?![A-Z0-9])`, 'g');
  return [...new Set(plain.match(form) ?? [])];
}

export function getStream({ kind, reference }: CaseReference): string {
  return `${kind}/${reference}`;
}

/** The `attempt`th reference a filing key leads to; `place` is a claim's station or another case's house day. */
export function deriveReference(kind: CaseKind, filingKey: string, place: string, attempt: number): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, filingKey, attempt]))
    .digest();
  if (kind === 'claim') {
    const number = hash.readUIntBE(0, 6) % DIGITS;
    return `${place}${AIRLINE}${String(number).padStart(LENGTH, '0')}`;
  }
  const letters = [...hash.subarray(0, LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length));
  return `${INITIALS[kind]}-${place.replaceAll('-', '')}-${letters.join('')}`;
}
