import { createVoice } from '../form/voice.js';
import type { FormLexicon } from '../form/lexicon.js';
import type { Desk } from '../desk.js';
import type { Outcome } from '../outcome.js';
import type { Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import { findAskedHandoff } from './askForScore.js';
import { declinesWords, isOpinion, readScore } from './readOpinion.js';

/** Longer opinions are cut: they are one person's words about one talk. */
const LONGEST_WORDS = 2000;

interface SurveyParts {
  readonly desk: Pick<Desk, 'translate' | 'surveys'>;
  readonly lexicon: FormLexicon;
  /** A form waits to go on: it is not kept waiting for words. */
  readonly hasForm: boolean;
}

/**
 * Takes a message that answers the question after a talk; undefined for every other, which leaves the survey: nothing
 * that may be a question or a request is swallowed.
 */
export async function takeSurvey(turn: Turn, parts: SurveyParts): Promise<Outcome | undefined> {
  const { data } = turn;
  const { rated } = data;
  const handoff = findAskedHandoff(data.offers);
  delete data.rated;
  if (rated !== undefined) return takeWords(turn, rated, parts);
  return handoff === undefined ? undefined : takeScore(turn, handoff, parts);
}

async function takeScore(
  { text, data }: Turn,
  handoff: string,
  { desk, lexicon, hasForm }: SurveyParts,
): Promise<Outcome | undefined> {
  const { say } = createVoice(desk.translate, data.language.current);
  const given = readScore(text, lexicon);
  if (given === undefined) {
    return !hasForm && declinesWords(text, lexicon) ? reply({ text: say('survey:ignored') }) : undefined;
  }
  const words = given.words?.slice(0, LONGEST_WORDS);
  await desk.surveys?.record({ handoff, score: given.score, ...(words !== undefined && { words }) });
  if (hasForm) return reply({ text: say('survey:thanksShort') });
  if (given.words !== undefined) return reply({ text: say('survey:thanks') });
  data.rated = { handoff, score: given.score };
  return reply({
    text: say('survey:askWords'),
    offers: [{ words: say('survey:noWords'), lead: `survey:${handoff}` }],
  });
}

async function takeWords(
  { text, understood, data }: Turn,
  { handoff, score }: NonNullable<Turn['data']['rated']>,
  { desk, lexicon }: SurveyParts,
): Promise<Outcome | undefined> {
  const { say } = createVoice(desk.translate, data.language.current);
  if (declinesWords(text, lexicon)) return reply({ text: say('survey:thanks') });
  if (!isOpinion(text, understood, lexicon)) return undefined;
  await desk.surveys?.record({ handoff, score, words: text.trim().slice(0, LONGEST_WORDS) });
  return reply({ text: say('survey:thanks') });
}

function reply(said: Omit<Reply, 'trace'>): Outcome {
  return { replies: [{ ...said, trace: { route: 'handoff' } }] };
}
