import { z } from 'zod';
import { additionSchema, happened, type KeptAddition, type WrittenReply } from '../caseParts.js';
import * as field from '../fields.js';
import { messageDetailsSchema, type MessageDetails } from './messageDetails.js';

/** A message a passenger left where no agent was free, perhaps to be called back. */
export interface Message {
  readonly details: MessageDetails;
  readonly filedAt: string;
  /** `answered`: a reply is there; more may be written until it is closed. */
  readonly status: 'left' | 'answered' | 'closed';
  /** When the airline must have answered, or called. */
  readonly answerBy: string;
  /** That moment passed without an answer. */
  readonly overdue: boolean;
  readonly additions: readonly KeptAddition[];
  readonly replies: readonly WrittenReply[];
}

export const messageCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add-information'), addition: additionSchema }),
  z.object({ type: z.literal('reply'), text: field.story }),
  /** Also without a reply before: the passenger was called. */
  z.object({ type: z.literal('close'), outcome: field.story }),
]);
export type MessageCommand = z.infer<typeof messageCommandSchema>;

export const messageEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...happened,
    type: z.literal('message-left'),
    data: z.object({ filingKey: z.string(), details: messageDetailsSchema, answerBy: field.moment }),
  }),
  z.object({
    ...happened,
    type: z.literal('information-added'),
    /** A new time to answer, where there was an answer before. */
    data: z.object({ addition: additionSchema, answerBy: field.moment.optional() }),
  }),
  z.object({ ...happened, type: z.literal('replied'), data: z.object({ text: z.string() }) }),
  z.object({ ...happened, type: z.literal('overdue'), data: z.object({ due: field.moment }) }),
  z.object({ ...happened, type: z.literal('closed'), data: z.object({ outcome: z.string() }) }),
]);
export type MessageEvent = z.infer<typeof messageEventSchema>;
