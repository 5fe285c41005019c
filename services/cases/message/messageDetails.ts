import { z } from 'zod';
import * as field from '../fields.js';

/** What a passenger leaves for the staff. Unknown parts are absent. */
export const messageDetailsSchema = z.object({
  /** What it is about, in the passenger's own words. */
  text: field.story,
  name: field.line,
  contact: field.contact,
  /** When the passenger wants to be called back. */
  callBack: field.moment.optional(),
  filer: field.filer,
});

export type MessageDetails = z.infer<typeof messageDetailsSchema>;
/** What a caller may hand in. */
export type MessageInput = z.input<typeof messageDetailsSchema>;
