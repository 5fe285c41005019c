import { z } from 'zod';
import * as field from '../fields.js';

export const COMPLAINT_CATEGORIES = [
  'flight-disruption',
  'booking-ticketing',
  'refund',
  'baggage',
  'check-in-boarding',
  'cabin-service',
  'staff-attitude',
  'special-assistance',
  'overbooking',
  'membership',
  'payment-invoice',
  'privacy',
  'other',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** What a passenger complains of. Unknown parts are absent. */
export const complaintDetailsSchema = z.object({
  category: z.enum(COMPLAINT_CATEGORIES),
  /** What happened, in the passenger's own words. */
  text: field.story,
  flight: field.flightNumber.optional(),
  /** Scheduled departure date in the departure airport's local time. */
  date: field.day.optional(),
  booking: field.line.optional(),
  name: field.line,
  /** What would make it right. */
  wish: field.story.optional(),
  contact: field.contact,
  photos: field.uploads.default([]),
  /** A threat to safety or a medical emergency: comes first, and belongs to the safety department. */
  urgent: z.boolean().default(false),
  filer: field.filer,
});

export type ComplaintDetails = z.infer<typeof complaintDetailsSchema>;
/** What a caller may hand in: parts with a default may be absent. */
export type ComplaintInput = z.input<typeof complaintDetailsSchema>;
