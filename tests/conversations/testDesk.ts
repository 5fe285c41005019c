import { AnswerBook } from '../../faq/answerBook.js';
import { listExamples, loadCorpus } from '../../faq/corpus.js';
import { extractEntities } from '../../faq/understanding/extractEntities.js';
import { createUnderstanding } from '../../faq/understanding/router.js';
import { trainModel } from '../../faq/understanding/train.js';
import type { Desk } from '../../dialogs/desk.js';
import { loadWords } from '../../locales/index.js';
import type { Clock } from '../../services/clock.js';
import type { EventLog } from '../../services/eventLog.js';
import { FeedbackLog } from '../../services/quality/feedback.js';

const TIME_ZONE = 'Asia/Shanghai';
const CORPUS = new URL('./corpus/', import.meta.url).pathname;

let learnt: ReturnType<typeof learn> | undefined;

/** A desk that knows the small corpus beside this file; its model is learnt once per test file. */
export async function createTestDesk(clock: Clock, eventLog: EventLog): Promise<Desk> {
  const { words, corpus, understanding } = await (learnt ??= learn());
  return {
    translate: words.translate,
    answers: new AnswerBook({ current: corpus }, words.interpolate),
    understanding,
    clock,
    timeZone: TIME_ZONE,
    feedback: new FeedbackLog(eventLog, clock),
  };
}

async function learn() {
  const corpus = await loadCorpus(CORPUS);
  const model = trainModel(listExamples(corpus));
  return {
    words: loadWords(),
    corpus,
    understanding: createUnderstanding({
      model,
      extractEntities: (text, context) =>
        extractEntities(text, { ...context, timeZone: context.timeZone ?? TIME_ZONE }),
    }),
  };
}
