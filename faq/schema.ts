import { z } from 'zod';
import { DIALOG_NAMES } from './understanding/route.js';

const TOPIC_ID = /^[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/;

const topicId = z
  .string()
  .regex(TOPIC_ID, 'expected a topic id such as baggage.carry-on-size (category, dot, name; lower case)')
  .describe('category.name, lower case with hyphens; never reused for another topic');

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day as YYYY-MM-DD')
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)), 'expected a day that exists');

const sentence = z.string().trim().min(1, 'expected a non-empty text');

const questions = z
  .strictObject({
    en: z.array(sentence).default([]).describe('Ways of asking in English; the first is shown to passengers'),
    zh: z
      .array(sentence)
      .default([])
      .describe('Ways of asking in Chinese, any script; the first is shown, in Simplified'),
  })
  .refine(({ en, zh }) => en.length + zh.length > 0, 'expected at least one way of asking');

const dialogRoute = z.enum(DIALOG_NAMES.map((name) => `dialog:${name}` as const));

const articleSchema = z
  .strictObject({
    id: topicId,
    questions,
    answer: z.strictObject({
      en: sentence.describe('Light Markdown; {{section.key}} takes figures from policy.yaml'),
      zh: sentence.describe('Simplified Chinese; says the same as the English'),
      'zh-Hant': sentence.optional().describe('Only where converting the Simplified text would mislead'),
    }),
    source: sentence.describe('Who says so: regulation and article, or the house document'),
    owner: sentence.describe('The department that answers for the text'),
    reviewed: day.describe('When the owner last read it'),
    expires: day.describe('From this day on the answer is withheld and a person offered'),
    related: z.array(topicId).default([]).describe('Up to three topics a passenger asks next'),
    start: dialogRoute.optional().describe('A dialog that does the job, offered as a button'),
  })
  .refine((article) => article.reviewed <= article.expires, {
    path: ['expires'],
    message: 'expected a day after `reviewed`',
  });

const leadSchema = z.strictObject({
  route: z
    .union([
      dialogRoute,
      z.enum(['handoff', 'language', 'none']),
      z.templateLiteral(['smalltalk:', z.string().regex(/^[a-z][a-z0-9-]*$/)]),
    ])
    .describe('Where these words lead: a dialog, a person, small talk, a language switch, or nowhere (none)'),
  questions,
  answer: z
    .strictObject({ en: sentence, zh: sentence, 'zh-Hant': sentence.optional() })
    .optional()
    .describe('For small talk: what the desk says'),
});

/** One entry of a content file: an article, or words that lead elsewhere. */
const entrySchema = z.union([articleSchema, leadSchema]);
export const contentFileSchema = z.array(entrySchema);

export type Article = z.infer<typeof articleSchema>;
export type Lead = z.infer<typeof leadSchema>;

/** An entry and the place an editor finds it at. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly file: string;
  /** Costs a reading of the file: for messages only. */
  readonly findLine: () => number | undefined;
}

/** The schema that fits an entry, so that an error speaks of the kind the editor meant. */
export function chooseEntrySchema(entry: unknown): typeof articleSchema | typeof leadSchema {
  return typeof entry === 'object' && entry !== null && 'route' in entry ? leadSchema : articleSchema;
}
