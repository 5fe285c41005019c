import { z } from 'zod';
import { actorSchema } from './actor.js';
import * as field from './fields.js';

/** What the passenger, or an agent for them, added after filing. */
export const additionSchema = z
  .object({ text: field.story.optional(), photos: field.uploads.optional() })
  .refine(({ text, photos }) => text !== undefined || photos?.length, 'words or photos');
type Addition = z.infer<typeof additionSchema>;

/** Common to the events of all cases, before a log gives them their place. */
export const happened = { time: field.moment, actor: actorSchema };

/** A written answer to the passenger. */
export interface WrittenReply {
  readonly text: string;
  readonly time: string;
  readonly by: string;
}

/** An addition with when and by whom it came. */
export interface KeptAddition extends Addition {
  readonly time: string;
  readonly by: string;
}
