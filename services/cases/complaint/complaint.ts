import { z } from 'zod';
import { additionSchema, happened, type KeptAddition, type WrittenReply } from '../caseParts.js';
import * as field from '../fields.js';
import { complaintDetailsSchema, type ComplaintDetails } from './complaintDetails.js';

/** 1: the department's head reviews; 2: the service department reviews again; 3: management decides. */
const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

const DEPARTMENTS = [
  'ground-operations',
  'sales',
  'refunds',
  'baggage-services',
  'cabin-services',
  'special-assistance',
  'membership',
  'finance',
  'data-protection',
  'safety',
  'customer-service',
  'management',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** What the airline owes next, and by when; while a complaint is open exactly one runs. */
export interface ComplaintClock {
  /** `answer`: the level's first substantive answer; `resolution`: answered, now to be settled and closed. */
  readonly purpose: 'answer' | 'resolution';
  readonly startedAt: string;
  readonly due: string;
  /** It ran out, and there is no level above to pass the complaint to. */
  readonly overdue: boolean;
}

interface LevelReply extends WrittenReply {
  readonly level: Level;
}

export interface Complaint {
  readonly details: ComplaintDetails;
  readonly filedAt: string;
  /** `answered`: a reply of the present level is there; `accepted`: and the passenger agrees. */
  readonly status: 'filed' | 'acknowledged' | 'answered' | 'accepted' | 'closed';
  readonly level: Level;
  /** The department that owns it at this level. */
  readonly owner: Department;
  /** The person who works on it, when named. */
  readonly assignee?: string | undefined;
  /** Absent once closed. */
  readonly clock?: ComplaintClock | undefined;
  /** When the whole must be settled: 10 working days, counted anew only when the passenger asks for the next level. */
  readonly settleBy: string;
  readonly additions: readonly KeptAddition[];
  readonly replies: readonly LevelReply[];
  /** Present while closed. */
  readonly improvement?: string | undefined;
  /** The last calendar day on which the passenger may ask for the next level; while closed below the highest. */
  readonly reviewUntil?: string | undefined;
  /** Of the last closing. */
  readonly rating?: { readonly score: number; readonly words?: string | undefined } | undefined;
}

export const complaintCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('acknowledge') }),
  z.object({ type: z.literal('assign'), to: field.line, reason: field.story }),
  /** A substantive written answer. */
  z.object({ type: z.literal('reply'), text: field.story }),
  /**
   * A passenger may, once the present level has answered, and for some time after closing, which opens it again; staff
   * at any time before.
   */
  z.object({ type: z.literal('escalate'), reason: field.story }),
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('close'), improvement: field.story }),
  z.object({ type: z.literal('add-information'), addition: additionSchema }),
  /** Once, after closing. */
  z.object({ type: z.literal('rate'), score: z.int().min(1).max(5), words: field.story.optional() }),
]);
export type ComplaintCommand = z.infer<typeof complaintCommandSchema>;

const level = z.literal(LEVELS);
const clockStart = { level, owner: z.enum(DEPARTMENTS), answerDue: field.moment, settleBy: field.moment };

export const complaintEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...happened,
    type: z.literal('complaint-filed'),
    data: z.object({ filingKey: z.string(), details: complaintDetailsSchema, ...clockStart }),
  }),
  z.object({ ...happened, type: z.literal('acknowledged'), data: z.object({}) }),
  z.object({
    ...happened,
    type: z.literal('assigned'),
    data: z.object({ to: z.string(), reason: z.string() }),
  }),
  z.object({
    ...happened,
    type: z.literal('replied'),
    data: z.object({ text: z.string(), level, resolveBy: field.moment }),
  }),
  z.object({
    ...happened,
    type: z.literal('escalated'),
    data: z.object({ ...clockStart, reason: z.string() }),
  }),
  z.object({
    ...happened,
    type: z.literal('overdue'),
    data: z.object({ purpose: z.enum(['answer', 'resolution']), due: field.moment }),
  }),
  z.object({ ...happened, type: z.literal('reply-accepted'), data: z.object({}) }),
  z.object({
    ...happened,
    type: z.literal('closed'),
    data: z.object({ improvement: z.string(), reviewUntil: field.day.optional() }),
  }),
  z.object({ ...happened, type: z.literal('information-added'), data: additionSchema }),
  z.object({
    ...happened,
    type: z.literal('rated'),
    data: z.object({ score: z.int().min(1).max(5), words: z.string().optional() }),
  }),
]);
export type ComplaintEvent = z.infer<typeof complaintEventSchema>;
