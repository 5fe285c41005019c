import { normaliseText } from '../../faq/understanding/normalise.js';
import { listPlainForms } from './commands.js';
import type { FormLexicon } from './lexicon.js';
import { dropStart } from './wording.js';

/**
 * Yes or no, where that is all the message says ("yep, that's right", 不用了谢谢, 係). One that says more ("no, it is
 * MU5101") is neither: what follows is what matters.
 */
export function readYesNo(text: string, lexicon: FormLexicon): 'yes' | 'no' | undefined {
  const normalised = normaliseText(text);
  if (normalised === '') return readSign(text);
  const yes = [
    ...lexicon.list('commands:yes'),
    ...lexicon.list('form:buttons.yes'),
    ...lexicon.list('form:buttons.file'),
  ];
  const forms = listPlainForms(normalised, lexicon);
  const isAll = (words: readonly string[]) => forms.some((form) => isNothingBut(form, words, lexicon));
  // 不对 begins with 不, 没错 with 没: the longer words are tried first, and a yes before a no.
  if (isAll(yes)) return 'yes';
  return isAll([...lexicon.list('commands:no'), ...lexicon.list('form:buttons.no')]) ? 'no' : undefined;
}

function isNothingBut(text: string, words: readonly string[], lexicon: FormLexicon): boolean {
  let rest = text;
  while (rest !== '') {
    const shorter = dropStart(rest, words);
    if (shorter === rest) return rest !== text && lexicon.list('commands:after').includes(rest);
    rest = shorter;
  }
  return true;
}

const THUMBS_UP = /^\s*[\u{1f44c}\u{1f44d}\u2705\u2714]/u;
const THUMBS_DOWN = /^\s*[\u{1f44e}\u274c\u2716]/u;

function readSign(text: string): 'yes' | 'no' | undefined {
  if (THUMBS_UP.test(text)) return 'yes';
  return THUMBS_DOWN.test(text) ? 'no' : undefined;
}
