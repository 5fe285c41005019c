import { z } from 'zod';
import type { Field } from '../definition.js';
import { describeField, type FieldOptions } from './fieldWords.js';

const WORDS = {
  label: 'form:fields.contact.label',
  names: 'form:fields.contact.names',
  help: 'form:fields.contact.help',
} as const;
const EMAIL = /[^\s<>,;:\u3001\u3002\p{Script=Han}]+@[^\s<>,;:\u3001\u3002\p{Script=Han}]+/u;
const PHONE = /(?:\+|00)?[\d(][\d\s().-]{5,22}\d/;
const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;

/** How to reach the passenger: one of the two, or both. */
export type Contact = { phone?: string; email?: string };

/** A telephone number (`+8613800000000`; digits only where the country is not known), an e-mail address, or both. */
export function createContactField(options: FieldOptions): Field<Contact> {
  return {
    ...describeField(options, WORDS),
    read({ text }, { voice }) {
      const plain = text.normalize('NFKC');
      const email = readEmail(plain);
      const phone = readPhone(email === undefined ? plain : plain.replace(email, ' '));
      if (email === undefined && phone === undefined) {
        return { kind: 'rejected', problem: voice.say('form:fields.contact.problem') };
      }
      return { kind: 'filled', value: { ...(phone && { phone }), ...(email && { email }) }, used: text };
    },
    show: ({ phone, email }) => [phone, email].filter((part) => part !== undefined).join(', '),
  };
}

/** The e-mail address in a text, where there is one. */
export function readEmail(text: string): string | undefined {
  const found = EMAIL.exec(text)?.[0].replace(/[.!?]+$/, '');
  return z.email().safeParse(found).success ? found : undefined;
}

/** The telephone number in a text, where there is one, as `createContactField` has it. */
export function readPhone(text: string): string | undefined {
  const digits = PHONE.exec(text)?.[0]
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  if (digits === undefined) return undefined;
  const count = digits.replace('+', '').length;
  if (count < 7 || count > 15) return undefined;
  if (MAINLAND_MOBILE.test(digits)) return `+86${digits}`;
  return /^86(1[3-9]\d{9})$/.test(digits) ? `+${digits}` : digits;
}
