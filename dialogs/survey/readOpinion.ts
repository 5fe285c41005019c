import { normaliseText } from '../../faq/understanding/normalise.js';
import type { Understood } from '../../faq/understanding/route.js';
import { listPlainForms } from '../form/commands.js';
import type { FormLexicon } from '../form/lexicon.js';
import { isOneQuestion } from '../form/questions.js';
import { dropStart, findWithin } from '../form/wording.js';
import { readYesNo } from '../form/yesNo.js';
import { SCORES, type Score } from './askForScore.js';

const LEADING_FIGURE = /^\s*([1-5])\s*([^\d\s][\s\S]*)$/u;
const HEAD_AND_TAIL = /^([^,;:.!\n\u3002\u2013\u2014]{1,20})[,;:.!\u3002\u2013\u2014-]+\s*(\S[\s\S]*)$/u;
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
  const score = findScore(text, lexicon);
  return score === undefined ? readScoreWithWords(text, lexicon) : { score };
}

function findScore(text: string, lexicon: FormLexicon): Score | undefined {
  const forms = listPlainForms(normaliseText(text), lexicon);
  return SCORES.find((score) => {
    const words = [...lexicon.list(`survey:scores.${score}`), ...lexicon.list(`survey:scoreWords.${score}`)];
    return forms.some((form) => words.includes(form));
  });
}

/** "5, she was great", 四分，就是等太久. "5 bags?" is none: only a mark or a unit sets words apart from a score. */
function readScoreWithWords(text: string, lexicon: FormLexicon) {
  const plain = text.normalize('NFKC');
  const [, head = '', tail = ''] = HEAD_AND_TAIL.exec(plain) ?? splitAtUnit(plain, lexicon);
  const score = findScore(head, lexicon);
  if (score === undefined || isOneQuestion(tail, lexicon)) return undefined;
  return findScore(tail, lexicon) === score ? { score } : { score, words: tail.trim() };
}

/** "4 stars but slow": the figure, and what stands behind the unit. */
function splitAtUnit(text: string, lexicon: FormLexicon): readonly string[] {
  const [, figure = '', behind = ''] = LEADING_FIGURE.exec(text) ?? [];
  const rest = dropStart(behind.toLowerCase(), lexicon.list('survey:unit'));
  const isApart = rest !== '' && rest.length < behind.length;
  return isApart ? [text, figure, behind.slice(behind.length - rest.length)] : [];
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
