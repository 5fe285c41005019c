import { z } from 'zod';
import { DISPOSITIONS } from '../../../services/desk/floorCommand.js';
import { SKILLS } from '../../../services/desk/handoff.js';
import type { NewCaseField } from './newCase/wire.js';

const id = z.string().min(1).max(200);
const token = id;
const handoff = id;
const text = z.string().trim().min(1).max(4000);

export const signInSchema = z.object({ name: z.string().max(200), password: z.string().max(1000) });
export const linkSchema = z.object({ token: z.string().max(200) });
export const passwordSchema = z.object({ password: z.string().max(1000) });

const pair = (most: number) => {
  const part = z.string().trim().min(1).max(most);
  return z.object({ en: part, zh: part });
};
export const cannedSchema = z.object({ title: pair(100), text: pair(4000) });

export const caseQuerySchema = z.object({
  kind: z.string().max(40).optional(),
  open: z.stringbool().optional(),
  search: z.string().max(100).optional(),
});
export const replySchema = z.object({ text });
export const escalateSchema = z.object({ reason: text });
export const closeSchema = z.object({ improvement: text });

const NEW_CASE_FIELDS = [
  ...([
    'type',
    'flight',
    'date',
    'station',
    'receivedDay',
    'name',
    'tags',
    'looks',
    'colour',
    'bagType',
  ] as const),
  ...(['contents', 'address', 'category', 'text', 'wish', 'booking', 'urgent', 'callBack'] as const),
  ...(['phone', 'email'] as const),
] as const satisfies readonly NewCaseField[];
export const newCaseSchema = z.object({
  key: z.string().min(1).max(64),
  kind: z.enum(['claim', 'complaint', 'message']),
  fields: z.partialRecord(z.enum(NEW_CASE_FIELDS), z.string().max(8000)),
  attachFiles: z.boolean().default(false),
});

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queue') }),
  z.object({ kind: z.literal('skill'), skill: z.enum(SKILLS) }),
  z.object({ kind: z.literal('agent'), agent: id }),
]);

const numbered = { id: z.int().min(0) };

/** What the page asks for through its stream. */
export const toServerSchema = z.discriminatedUnion('do', [
  z.object({ ...numbered, do: z.literal('take'), handoff: handoff.optional() }),
  z.object({ ...numbered, do: z.literal('take-over'), handoff }),
  z.object({ ...numbered, do: z.literal('say'), handoff, token, text, clientId: z.string().min(1).max(64) }),
  z.object({ ...numbered, do: z.literal('typing'), handoff, token }),
  z.object({ ...numbered, do: z.literal('read'), handoff, token, position: z.int().min(0) }),
  z.object({ ...numbered, do: z.literal('note'), handoff, text }),
  z.object({ ...numbered, do: z.literal('whisper'), handoff, text }),
  z.object({ ...numbered, do: z.literal('watch'), handoff }),
  z.object({ ...numbered, do: z.literal('unwatch'), handoff }),
  z.object({ ...numbered, do: z.literal('transfer'), handoff, token, to: target, note: text.optional() }),
  z.object({
    ...numbered,
    do: z.literal('end'),
    handoff,
    token,
    disposition: z.enum(DISPOSITIONS),
    note: text.optional(),
  }),
  z.object({
    ...numbered,
    do: z.literal('adjust'),
    status: z.enum(['available', 'away']).optional(),
    takesAssigned: z.boolean().optional(),
    capacity: z.int().min(1).max(50).optional(),
  }),
]);
export type DeskRequest = z.infer<typeof toServerSchema>;
