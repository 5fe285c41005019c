import { z } from 'zod';
import { additionSchema, happened, type KeptAddition, type WrittenReply } from '../caseParts.js';
import * as field from '../fields.js';
import type { DeadlineName } from './baggageDeadlines.js';
import { claimDetailsSchema, type ClaimDetails } from './claimDetails.js';

const CLAIM_STATUSES = [
  'reported',
  'tracing',
  'located',
  'delivering',
  'lost',
  'under-review',
  'offered',
  'decided',
  'closed',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export interface Claim {
  readonly details: ClaimDetails;
  readonly filedAt: string;
  readonly status: ClaimStatus;
  /** Known later than the report, or the same as in it. */
  readonly receivedDay?: string | undefined;
  readonly additions: readonly KeptAddition[];
  readonly replies: readonly WrittenReply[];
  readonly remindedOf: readonly DeadlineName[];
  /** How it ended; present once closed. */
  readonly outcome?: string;
}

export const claimCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add-information'), addition: additionSchema }),
  /** The passenger has the bag: from this day the period for a delay's complaint runs. */
  z.object({ type: z.literal('report-received'), day: field.day }),
  z.object({ type: z.literal('move'), to: z.enum(CLAIM_STATUSES).exclude(['closed']), reason: field.story }),
  z.object({ type: z.literal('reply'), text: field.story }),
  z.object({ type: z.literal('close'), outcome: field.story }),
]);
export type ClaimCommand = z.infer<typeof claimCommandSchema>;

const DEADLINES = [
  'damage-notice',
  'delay-notice',
  'lost',
  'suit',
] as const satisfies readonly DeadlineName[];

export const claimEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...happened,
    type: z.literal('claim-filed'),
    data: z.object({
      filingKey: z.string(),
      details: claimDetailsSchema,
      bagCode: z.string(),
      bagCodeVerified: z.boolean(),
    }),
  }),
  z.object({ ...happened, type: z.literal('information-added'), data: additionSchema }),
  z.object({ ...happened, type: z.literal('bag-received'), data: z.object({ day: field.day }) }),
  z.object({
    ...happened,
    type: z.literal('status-changed'),
    data: z.object({ from: z.enum(CLAIM_STATUSES), to: z.enum(CLAIM_STATUSES), reason: z.string() }),
  }),
  z.object({ ...happened, type: z.literal('replied'), data: z.object({ text: z.string() }) }),
  z.object({
    ...happened,
    type: z.literal('deadline-near'),
    data: z.object({ name: z.enum(DEADLINES), day: field.day }),
  }),
  z.object({ ...happened, type: z.literal('closed'), data: z.object({ outcome: z.string() }) }),
]);
export type ClaimEvent = z.infer<typeof claimEventSchema>;
