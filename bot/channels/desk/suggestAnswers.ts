import type { Language } from '../../../locales/language.js';
import type { Desk } from '../../../dialogs/desk.js';
import { getLocalDay } from '../../../services/calendar.js';
import type { Suggestion } from './wire.js';

type Knowing = Pick<Desk, 'understanding' | 'answers' | 'clock' | 'timeZone'>;

const MOST = 3;

/** Approved answers to what a passenger wrote, best first, in the passenger's language; none that has expired. */
export function suggestAnswers(
  text: string,
  language: Language,
  { understanding, answers, clock, timeZone }: Knowing,
): Suggestion[] {
  const now = clock.now();
  const today = getLocalDay(now, timeZone);
  const { candidates } = understanding.route(text, { language, now, timeZone });
  return candidates
    .flatMap(({ route, score }) => {
      if (!route.startsWith('faq:')) return [];
      const answer = answers.findAnswer(route.slice('faq:'.length), language, today);
      if (answer?.status !== 'current') return [];
      const { question, text: words, version } = answer;
      return [{ route, score, question, answer: words, version }];
    })
    .slice(0, MOST);
}
