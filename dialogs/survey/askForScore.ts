import type { Voice } from '../form/voice.js';
import type { Offer } from '../offer.js';
import type { Reply } from '../reply.js';

export const SCORES = [5, 4, 3, 2, 1] as const;
export type Score = (typeof SCORES)[number];

const PREFIX = 'survey:';

/** The one question after a talk, behind what was to be said of its end. Nothing has to be answered. */
export function askForScore(before: string, handoff: string, agent: string, { say }: Voice): Reply {
  return {
    text: `${before}\n\n${say('survey:ask', { agent })}`,
    offers: SCORES.map((score): Offer => ({
      words: say(`survey:scores.${score}`),
      lead: `${PREFIX}${handoff}`,
    })),
    trace: { route: 'handoff' },
  };
}

/** The handoff that is asked about by the buttons under the last reply. */
export function findAskedHandoff(offers: readonly Offer[]): string | undefined {
  return offers.find(({ lead }) => lead.startsWith(PREFIX))?.lead.slice(PREFIX.length);
}
