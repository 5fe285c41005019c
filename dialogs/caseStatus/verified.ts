import { z } from 'zod';
import type { Json } from '../../services/eventLog.js';
import type { Slots } from '../form/definition.js';

/** What a look-up leaves in the form: for which reference and name it was made, and what can be done now. */
const verifiedSchema = z.object({
  reference: z.string(),
  name: z.string(),
  actions: z.array(z.string()),
});

const keySchema = z.object({ reference: z.string(), name: z.string() });

/** What a case is looked up by. */
export function readKey(slots: Slots): z.infer<typeof keySchema> {
  return keySchema.parse(slots);
}

export function noteVerified(slots: Slots, actions: readonly string[]): Record<string, Json> {
  const { reference = null, name = null } = slots;
  return { verified: { reference, name, actions: [...actions] } };
}

/** Whether the case of exactly this reference and name was found: a corrected one has to be looked up anew. */
export function isVerified({ verified, reference, name }: Slots): boolean {
  const read = verifiedSchema.safeParse(verified);
  return read.success && read.data.reference === reference && read.data.name === name;
}

export function listActions({ verified }: Slots): readonly string[] {
  const read = verifiedSchema.safeParse(verified);
  return read.success ? read.data.actions : [];
}
