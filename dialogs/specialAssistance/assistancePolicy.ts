import { z } from 'zod';
import type { AnswerBook } from '../../faq/answerBook.js';
import type { PolicyNode } from '../../faq/policy.js';
import type { Language } from '../../locales/language.js';

const count = z.number();
const figuresSchema = z.object({
  special: z.object({
    unaccompaniedMinor: z.object({ minAge: count, optionalUnder: count }),
    pregnancy: z.object({ freeBeforeWeeks: count, certificateBeforeWeeks: count, multipleLimitWeeks: count }),
  }),
});

/** The editors' figures for special services. */
export interface AssistancePolicy {
  /** All of the policy, for words with figures in them. */
  values(language: Language): PolicyNode;
  /** The limits a request is checked against; those the editors left out are not checked. */
  limits(): z.infer<typeof figuresSchema>['special'] | undefined;
}

export function openAssistancePolicy(answers: AnswerBook): AssistancePolicy {
  return {
    values: (language) => answers.readPolicy(language),
    limits: () => figuresSchema.safeParse(answers.readPolicy('en')).data?.special,
  };
}
