import { join } from 'node:path';
import type { Logger } from 'pino';
import { AnswerBook } from '../faq/answerBook.js';
import { listExamples } from '../faq/corpus.js';
import { formatProblem } from '../faq/corpusError.js';
import { LiveCorpus } from '../faq/liveCorpus.js';
import { ParsedFiles } from '../faq/parsedFiles.js';
import { extractEntities } from '../faq/understanding/extractEntities.js';
import { LiveUnderstanding } from '../faq/understanding/liveUnderstanding.js';
import { createModelCache } from '../faq/understanding/modelCache.js';
import { obtainModel } from '../faq/understanding/obtainModel.js';
import type { OnProgress } from '../faq/understanding/train.js';
import { loadWords, type Translate } from '../locales/index.js';
import type { Config } from './config.js';

/** What the desk knows: its words, the approved texts, and what passengers mean. */
export interface Knowledge {
  readonly translate: Translate;
  readonly corpus: LiveCorpus;
  readonly answers: AnswerBook;
  readonly understanding: LiveUnderstanding;
  /** Follows the editors' files until the returned function is called. */
  watch(): () => Promise<void>;
}

/** Reads the editors' files and learns them, or takes the model from `DATA_DIR` when it was learnt before. */
export async function openKnowledge(
  config: Pick<Config, 'faqDir' | 'dataDir'>,
  log: Logger,
  onProgress?: OnProgress,
): Promise<Knowledge> {
  const { translate, interpolate } = loadWords();
  const corpus = await LiveCorpus.load(config.faqDir, new ParsedFiles(join(config.dataDir, 'parsed')));
  const cache = createModelCache(join(config.dataDir, 'models'));
  const understanding = await LiveUnderstanding.learn(
    listExamples(corpus.current),
    {
      learnModel: (examples, report) =>
        obtainModel(examples, cache, { ...(report && { onProgress: report }) }),
      extractEntities,
    },
    onProgress,
  );
  return {
    translate,
    corpus,
    answers: new AnswerBook(corpus, interpolate),
    understanding,
    watch: () =>
      corpus.watch({
        onChange: (changed) => {
          log.info({ articles: changed.articles.size }, 'faq changed');
          understanding.relearn(listExamples(changed)).then(
            (learnt) => learnt && log.info('faq learnt'),
            (error: unknown) =>
              log.error({ err: error }, 'faq could not be learnt; the old understanding stays'),
          );
        },
        onBroken: ({ problems }) =>
          log.error({ problems: problems.map(formatProblem) }, 'faq is not in order; the old one stays'),
      }),
  };
}
