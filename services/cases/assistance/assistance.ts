import { z } from 'zod';
import { additionSchema, happened, type KeptAddition, type WrittenReply } from '../caseParts.js';
import * as field from '../fields.js';
import { assistanceDetailsSchema, type AssistanceDetails } from './assistanceDetails.js';

/** Whether the request came early enough; a late one is taken and marked. */
export interface Timeliness {
  readonly inTime: boolean;
  /** The last moment at which it would have been in time. */
  readonly due: string;
  /** The longest notice any of the needs asks for. */
  readonly noticeHours: number;
}

export interface AssistanceRequest {
  readonly details: AssistanceDetails;
  readonly filedAt: string;
  readonly status: 'requested' | 'confirmed' | 'declined' | 'done' | 'withdrawn';
  /** The codes for agents and other systems, without doubles: `WCHR`, `UMNR`, ... */
  readonly codes: readonly string[];
  readonly timeliness: Timeliness;
  /** When the airline must have answered. */
  readonly answerBy: string;
  /** That moment passed without an answer. */
  readonly overdue: boolean;
  readonly additions: readonly KeptAddition[];
  readonly replies: readonly WrittenReply[];
}

export const assistanceCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add-information'), addition: additionSchema }),
  z.object({ type: z.literal('reply'), text: field.story }),
  z.object({ type: z.literal('confirm'), text: field.story }),
  z.object({ type: z.literal('decline'), reason: field.story }),
  z.object({ type: z.literal('withdraw'), reason: field.story.optional() }),
  z.object({ type: z.literal('close'), outcome: field.story }),
]);
export type AssistanceCommand = z.infer<typeof assistanceCommandSchema>;

const timelinessSchema = z.object({ inTime: z.boolean(), due: field.moment, noticeHours: z.number() });

export const assistanceEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...happened,
    type: z.literal('assistance-requested'),
    data: z.object({
      filingKey: z.string(),
      details: assistanceDetailsSchema,
      codes: z.array(z.string()),
      timeliness: timelinessSchema,
      answerBy: field.moment,
    }),
  }),
  z.object({ ...happened, type: z.literal('information-added'), data: additionSchema }),
  z.object({ ...happened, type: z.literal('replied'), data: z.object({ text: z.string() }) }),
  z.object({ ...happened, type: z.literal('confirmed'), data: z.object({ text: z.string() }) }),
  z.object({ ...happened, type: z.literal('declined'), data: z.object({ reason: z.string() }) }),
  z.object({
    ...happened,
    type: z.literal('withdrawn'),
    data: z.object({ reason: z.string().optional() }),
  }),
  z.object({ ...happened, type: z.literal('overdue'), data: z.object({ due: field.moment }) }),
  z.object({ ...happened, type: z.literal('closed'), data: z.object({ outcome: z.string() }) }),
]);
export type AssistanceEvent = z.infer<typeof assistanceEventSchema>;
