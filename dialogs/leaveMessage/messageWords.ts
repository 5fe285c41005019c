import type { Entities } from '../../faq/understanding/entities.js';
import { normaliseText } from '../../faq/understanding/normalise.js';
import { findTimeOfDay } from '../../faq/understanding/timeOfDay.js';
import { listPlainForms } from '../form/commands.js';
import type { FormLexicon } from '../form/lexicon.js';
import { findWithin } from '../form/wording.js';

/** Beside the wish for a call and its day, no more characters than this: longer messages say something else. */
const MOST_ELSE = { chinese: 10, other: 25 };
const HAN = /\p{Script=Han}/u;

/** What a passenger wants left for the staff, where the message says just that: 留言, "call me back tomorrow at 3 pm". */
export function findMessageWish(
  text: string,
  entities: Entities,
  lexicon: FormLexicon,
): 'message' | 'call' | undefined {
  const plain = normaliseText(text);
  const forms = listPlainForms(plain, lexicon);
  const isOneOf = (words: readonly string[]) => forms.some((form) => words.includes(form));
  if (isOneOf([...lexicon.list('message:messageWords'), ...lexicon.list('handoff:buttons.message')])) {
    return 'message';
  }
  const callWords = [...lexicon.list('message:callWords'), ...lexicon.list('handoff:buttons.callBack')];
  if (isOneOf(callWords)) return 'call';
  const found = findWithin(plain, callWords);
  if (found === undefined) return undefined;
  const rest = `${plain.slice(0, found.at)} ${plain.slice(found.at + found.word.length)}`;
  const hasTime = findTimeOfDay(rest) !== undefined || (entities.dates ?? []).length > 0;
  const spent = (entities.dates ?? []).reduce((sum, date) => sum + date.text.length, found.word.length);
  const most = HAN.test(plain) ? MOST_ELSE.chinese : MOST_ELSE.other;
  return hasTime && plain.length - spent <= most ? 'call' : undefined;
}
