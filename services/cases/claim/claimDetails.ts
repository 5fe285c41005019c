import { z } from 'zod';
import * as field from '../fields.js';
import {
  BAG_COLOURS,
  BAG_EXTERNALS,
  BAG_TYPES,
  type BagColour,
  type BagExternal,
  type BagType,
} from './bagCodes.js';

export const CLAIM_TYPES = ['delayed', 'damaged', 'missing-contents', 'lost'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** Decides which law applies; `unknown` where the passenger's journey is not known. */
const CARRIAGES = ['international', 'domestic-china', 'unknown'] as const;
export type Carriage = (typeof CARRIAGES)[number];

/** What a passenger reports. Unknown parts are absent. */
export const claimDetailsSchema = z.object({
  type: z.enum(CLAIM_TYPES),
  flight: field.flightNumber,
  /** Scheduled departure date in the departure airport's local time. */
  date: field.day,
  /** Where the bag should have arrived, or where it is reported: gives the reference's first letters. */
  station: field.station,
  carriage: z.enum(CARRIAGES).default('unknown'),
  /** The day the bag came, or should have come, to `station`, local; absent: `date`. */
  arrivalDay: field.day.optional(),
  /** The day the passenger got the bag, local; absent while it is missing (or, if damaged, on arrival). */
  receivedDay: field.day.optional(),
  /** As in the booking: `ZHANG/WEI`, `Zhang Wei` and the like in either script. */
  name: field.line,
  tags: z.array(field.bagTag).max(10).default([]),
  appearance: z
    .object({
      words: field.story.optional(),
      colour: z.enum(Object.keys(BAG_COLOURS) as [BagColour, ...BagColour[]]).optional(),
      type: z.enum(Object.keys(BAG_TYPES) as [BagType, ...BagType[]]).optional(),
      brand: field.line.optional(),
      externals: z.array(z.enum(Object.keys(BAG_EXTERNALS) as [BagExternal, ...BagExternal[]])).optional(),
    })
    .default({}),
  /** What was in it, what is missing, or what is broken. */
  contents: field.story.optional(),
  contact: field.contact,
  deliveryAddress: field.story.optional(),
  photos: field.uploads.default([]),
  filer: field.filer,
});

export type ClaimDetails = z.infer<typeof claimDetailsSchema>;
/** What a caller may hand in: parts with a default may be absent. */
export type ClaimInput = z.input<typeof claimDetailsSchema>;
