import { z } from 'zod';
import {
  COMPLAINT_CATEGORIES,
  type ComplaintInput,
} from '../../services/cases/complaint/complaintDetails.js';
import { findEmergency } from '../emergency/findEmergency.js';
import type { Slots, SubmitContext } from '../form/definition.js';
import { keepPhotos, photosSchema } from '../form/fields/keptPhotos.js';

const slotsSchema = z.object({
  story: z.string(),
  category: z.enum(COMPLAINT_CATEGORIES),
  trip: z.object({ flight: z.string().optional(), booking: z.string().optional() }).optional(),
  date: z.string().optional(),
  wish: z.string().optional(),
  name: z.string(),
  contact: z.object({ phone: z.string().optional(), email: z.string().optional() }),
  photos: photosSchema.optional(),
});

/** What the airline's cases take, from what the passenger told and confirmed. */
export function describeComplaint(confirmed: Slots, context: SubmitContext): ComplaintInput {
  const { story, category, trip, date, wish, name, contact, photos } = slotsSchema.parse(confirmed);
  return {
    category,
    text: story,
    flight: trip?.flight,
    booking: trip?.booking,
    date,
    wish,
    name,
    contact,
    photos: keepPhotos(photos),
    urgent: findEmergency(`${story}\n${wish ?? ''}`, context.lexicon) !== undefined,
    filer: { id: context.passengerId, conversation: context.reference, language: context.voice.language },
  };
}
