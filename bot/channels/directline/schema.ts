import { z } from 'zod';
import { cleanValue } from '../cleanValue.js';

const shortText = z.string().max(1000);
const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z0-9-]+$/)
  .optional()
  .catch(undefined);

/** What a client may say. Anything else it sends along is dropped; who said it and when is ours to write. */
export const incomingSchema = z
  .unknown()
  .transform((value, context) => cleanValue(value, context))
  .pipe(
    z.object({
      type: z.string().min(1).max(64),
      text: z
        .string()
        .nullish()
        .transform((text) => text ?? undefined),
      textFormat: z.enum(['plain', 'markdown', 'xml']).optional().catch(undefined),
      name: shortText.optional(),
      value: z.unknown().optional(),
      /** Heeded from the secret's holder alone. */
      from: z
        .object({ id: z.string().max(128) })
        .optional()
        .catch(undefined),
      locale,
      localTimezone: shortText.optional().catch(undefined),
      channelData: z
        .record(z.string(), z.unknown())
        .nullish()
        .transform((data) => data ?? undefined),
      entities: z.array(z.record(z.string(), z.unknown())).max(20).optional().catch(undefined),
      attachments: z
        .array(z.object({ name: shortText.optional() }).loose())
        .max(20)
        .nullish()
        .transform((list) => list ?? undefined),
    }),
  );
export type IncomingActivity = z.infer<typeof incomingSchema>;

const user = z.object({ id: z.string().max(128).optional(), name: shortText.optional() }).nullish();

/** `tokens/generate` and `conversations`. Both may come without a body. */
export const startSchema = z
  .object({ user, locale })
  .nullish()
  .transform((body) => body ?? {});

export const sessionSchema = z
  .object({ resume: z.string().max(4096).nullish().catch(undefined), locale })
  .nullish()
  .transform((body) => body ?? {});

/** A place in the log; empty and absent mean the beginning. */
export const watermarkSchema = z
  .string()
  .regex(/^\d{0,15}$/)
  .default('')
  .transform(Number);
