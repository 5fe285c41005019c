import { normaliseText } from '../../faq/understanding/normalise.js';
import type { Understood } from '../../faq/understanding/route.js';
import { listPlainForms } from '../form/commands.js';
import type { FormLexicon } from '../form/lexicon.js';
import { isOneQuestion } from '../form/questions.js';
import { dropStart, findWithin } from '../form/wording.js';
import { readYesNo } from '../form/yesNo.js';
import { SCORES, type Score } from './askForScore.js';

const LEADING_SCORE = /^\s*([1-5])\s*([^\d\s][\s\S]*)$/u;
const SEPARATOR = /^[\s,;:.!\u2013\u2014\uff0c\uff1b\uff1a\u3002\uff01-]+/u;
const STARS = /^\s*(?:\u2b50\ufe0f?\s*){1,5}$/u;

/** A score, with what was said behind it; undefined where the message is no score. */
export function readScore(
  text: string,
  lexicon: FormLexicon,
): { readonly score: Score; readonly words?: string } | undefined {
  if (STARS.test(text)) {
    const stars = [...text].filter((character) => character === '\u2b50').length;
    const score = SCORES.find((each) => each === stars);
    return score && { score };
  }
  const forms = listPlainForms(normaliseText(text), lexicon);
  const said = SCORES.find((score) => {
    const words = [...lexicon.list(`survey:scores.${score}`), ...lexicon.list(`survey:scoreWords.${score}`)];
    return forms.some((form) => words.includes(form));
  });
  return said === undefined ? readScoreWithWords(text, lexicon) : { score: said };
}

/** "5, she was great", 4分，就是等太久. "5 bags?" is none: only a unit or a mark sets words apart from a figure. */
function readScoreWithWords(text: string, lexicon: FormLexicon) {
  const [, figure, behind = ''] = LEADING_SCORE.exec(text.normalize('NFKC')) ?? [];
  const score = SCORES.find((each) => String(each) === figure);
  if (score === undefined) return undefined;
  const afterUnit = dropStart(behind.toLowerCase(), lexicon.list('survey:unit'));
  const rest = behind.slice(behind.length - afterUnit.length);
  const isApart = rest.length < behind.length || SEPARATOR.test(rest);
  const words = rest.replace(SEPARATOR, '').trim();
  if (!isApart || words === '' || isOneQuestion(words, lexicon)) return undefined;
  return { score, words };
}

/** Whether the passenger has nothing to add. */
export function declinesWords(text: string, lexicon: FormLexicon): boolean {
  const none = [...lexicon.list('survey:noWords'), ...lexicon.list('survey:noWordsToo')];
  const forms = listPlainForms(normaliseText(text), lexicon);
  return readYesNo(text, lexicon) === 'no' || forms.some((form) => none.includes(form));
}

/** Whether words tell what somebody thought of a talk. What may be a question or a request is none: that is answered. */
export function isOpinion(text: string, { route }: Understood, lexicon: FormLexicon): boolean {
  const plain = normaliseText(text);
  if (plain === '' || isOneQuestion(text, lexicon) || /[?\uff1f]/.test(text)) return false;
  if (route === 'handoff' || route === 'language') return false;
  if (route === 'none' || route.startsWith('smalltalk:')) return true;
  return findWithin(plain, lexicon.list('survey:opinions')) !== undefined;
}
