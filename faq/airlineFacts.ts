import { z } from 'zod';
import type { Corpus } from './corpus.js';
import { CorpusError } from './corpusError.js';
import { selectPolicyLanguage, type PolicyNode } from './policy.js';

const number = z.string();
/** Whom passengers are told to call in danger. */
const emergencySchema = z.object({
  china: z.object({ police: number, ambulance: number, listening: number }),
  hongKong: z.object({ any: number }),
  taiwan: z.object({ police: number, ambulance: number, listening: number }),
  europe: z.object({ any: number }),
  northAmerica: z.object({ any: number, listening: number }),
});

const factsSchema = z.object({
  airline: z.object({ name: z.string(), demoNotice: z.string().optional() }),
  contact: z.object({ phone: z.string(), email: z.string() }),
  emergency: emergencySchema,
  links: z.object({ flightStatus: z.string().optional() }).optional(),
});

/** How the airline is called and reached, as its editors wrote it down. */
export interface AirlineFacts {
  readonly airline: string;
  readonly phone: string;
  readonly email: string;
  /** The page with all flights. */
  readonly flightStatusLink?: string;
  /** Said with the greeting where the airline is not a real one. */
  readonly demoNotice?: string;
}

/** Reads the facts out of a policy of one language; `checkAirlineFacts` says beforehand whether they are there. */
export function readAirlineFacts(policy: PolicyNode): AirlineFacts {
  const { airline, contact, links } = factsSchema.parse(policy);
  const { demoNotice } = airline;
  const flightStatusLink = links?.flightStatus;
  return {
    airline: airline.name,
    ...contact,
    ...(flightStatusLink === undefined ? {} : { flightStatusLink }),
    ...(demoNotice === undefined ? {} : { demoNotice }),
  };
}

/** A desk cannot speak without these: throws a `CorpusError` that names what `policy.yaml` lacks. */
export function checkAirlineFacts(corpus: Corpus): Corpus {
  const problems = (['en', 'zh'] as const).flatMap((language) => {
    const result = factsSchema.safeParse(selectPolicyLanguage(corpus.policy, language));
    return result.success
      ? []
      : result.error.issues.map(({ path, message }) => ({
          file: 'policy.yaml',
          message: `\`${path.map(String).join('.')}\` (${language}): ${message}`,
        }));
  });
  if (problems.length > 0) throw new CorpusError(problems);
  return corpus;
}
