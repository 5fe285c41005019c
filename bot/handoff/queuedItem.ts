import { z } from 'zod';

const base = { id: z.string(), place: z.string() };

/** As `HubItem`, with the talk it belongs to. */
export const queuedItemSchema = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('words'),
    text: z.string(),
    files: z.array(z.object({ name: z.string(), url: z.string() })),
  }),
  z.object({ ...base, kind: z.literal('note'), text: z.string() }),
  z.object({ ...base, kind: z.literal('close'), text: z.string() }),
]);
export type QueuedItem = z.infer<typeof queuedItemSchema>;

const agent = z.object({ id: z.string(), name: z.string() });
const report = {
  id: z.string(),
  conversation: z.string(),
  handoff: z.string(),
  place: z.string(),
  at: z.string(),
};

/** `HubNews`, come back from the store. */
export const queuedNewsSchema = z.discriminatedUnion('kind', [
  z.object({ ...report, kind: z.literal('joined'), agent }),
  z.object({ ...report, kind: z.literal('left') }),
  z.object({ ...report, kind: z.literal('said'), agent, text: z.string() }),
  z.object({ ...report, kind: z.literal('ended') }),
  z.object({ ...report, kind: z.literal('failed') }),
]);
