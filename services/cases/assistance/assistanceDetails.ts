import { z } from 'zod';
import * as field from '../fields.js';
import { ASSISTANCE_NEED_NAMES } from './assistanceCodes.js';

/** What a passenger asks for. Unknown parts are absent. */
export const assistanceDetailsSchema = z.object({
  needs: z.array(z.enum(ASSISTANCE_NEED_NAMES)).min(1).max(10),
  flight: field.flightNumber,
  /** Scheduled departure date in the departure airport's local time. */
  date: field.day,
  /** Scheduled departure with offset; absent: the notice is counted to the first minute of `date`. */
  departure: z.iso.datetime({ offset: true }).optional(),
  /** Departure airport, for its time zone. */
  origin: field.station.optional(),
  /** Whether the flight leaves the country; some notice periods differ. */
  international: z.boolean().optional(),
  name: field.line,
  /** Weeks of pregnancy, the child's age, the chair's battery, the animal: in words. */
  notes: field.story.optional(),
  booking: field.line.optional(),
  contact: field.contact,
  filer: field.filer,
});

export type AssistanceDetails = z.infer<typeof assistanceDetailsSchema>;
/** What a caller may hand in: parts with a default may be absent. */
export type AssistanceInput = z.input<typeof assistanceDetailsSchema>;
