import { z } from 'zod';
import type { Json } from '../eventLog.js';

/** A text of a person's own, trimmed; the limits keep a case's file small. */
export const line = z.string().trim().min(1).max(300);
export const story = z.string().trim().min(1).max(8000);

/** `YYYY-MM-DD` that exists in the calendar. */
export const day = z.iso.date();
/** ISO 8601 in UTC, as `Date.toISOString` writes it. */
export const moment = z.iso.datetime();

/** IATA designator without leading zeros: `CA1501`, `3U8961`. */
export const flightNumber = z.string().regex(/^(?=.{0,1}[A-Z])[A-Z0-9]{2}[1-9][0-9]{0,3}[A-Z]?$/);
/** IATA code of an airport. */
export const station = z.string().regex(/^[A-Z]{3}$/);
/** 10 digits, or airline code and 6 digits. */
export const bagTag = z.string().regex(/^([0-9]{10}|[A-Z0-9]{2}[0-9]{6})$/);

/** How to reach the passenger: at least one of the two. */
export const contact = z
  .object({ phone: line.optional(), email: line.optional() })
  .refine(
    ({ phone, email }) => phone !== undefined || email !== undefined,
    'a telephone number or an e-mail',
  );

/** Who files, and how the bot finds them again. */
export const filer = z.object({
  /** The channel's user id, or else the conversation's: the same person, the same id. */
  id: z.string().min(1).max(500),
  /** Whatever the bot needs to write to the passenger later; nothing here looks into it. */
  conversation: z.custom<Json>((value) => value !== undefined),
  /** BCP 47 tag of the language to write in: `en`, `zh-Hans`, `zh-Hant`. */
  language: z.string().min(2).max(35),
});
export type Filer = z.infer<typeof filer>;

/** An uploaded file, by the id the upload store gave it. */
const upload = z.object({
  id: z.string().min(1).max(200),
  name: z.string().max(300).optional(),
  contentType: z.string().max(100).optional(),
});
export type CaseFile = z.infer<typeof upload>;
export const uploads = z.array(upload).max(20);
