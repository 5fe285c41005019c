import { AnswerBook } from '../../faq/answerBook.js';
import { loadCorpus } from '../../faq/corpus.js';
import { loadWords } from '../../locales/index.js';

/** The answers of the small corpus, and those that passengers of a late or landed flight are offered. */
export async function createFlightAnswers(): Promise<AnswerBook> {
  const [small, flights] = await Promise.all(
    ['./corpus/', './flightCorpus/'].map((folder) => loadCorpus(new URL(folder, import.meta.url).pathname)),
  );
  const articles = new Map([...small!.articles, ...flights!.articles]);
  return new AnswerBook({ current: { ...flights!, articles } }, loadWords().interpolate);
}
