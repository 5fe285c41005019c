import { normaliseText } from '../../faq/understanding/normalise.js';
import type { FormLexicon } from './lexicon.js';
import { dropEnd, dropStart, findWithin } from './wording.js';

const COMMANDS = [
  'back',
  'cancel',
  'restart',
  'help',
  'person',
  'skip',
  'keep',
  'continue',
  'change',
  'review',
] as const;
export type Command = (typeof COMMANDS)[number];

/** The buttons' words that are not among the command words themselves. */
const BUTTONS: Partial<
  Record<
    Command,
    | 'form:buttons.help'
    | 'form:buttons.keep'
    | 'form:buttons.change'
    | 'form:buttons.changeNothing'
    | 'desk:quickStarts.person'
  >
> = {
  help: 'form:buttons.help',
  keep: 'form:buttons.keep',
  change: 'form:buttons.change',
  continue: 'form:buttons.changeNothing',
  person: 'desk:quickStarts.person',
};

/**
 * The command a message is, the whole of it, politeness aside ("please go back", 请返回上一步吧). A sentence that only
 * has such a word in it is none: a story may tell of somebody who cancelled.
 */
export function findCommand(text: string, lexicon: FormLexicon): Command | undefined {
  if (/^\s*[?\uff1f]+\s*$/.test(text)) return 'help';
  const forms = listPlainForms(normaliseText(text), lexicon);
  return COMMANDS.find((command) => {
    const button = BUTTONS[command];
    const words = [...lexicon.list(`commands:${command}`), ...(button ? lexicon.list(button) : [])];
    return forms.some((form) => words.includes(form));
  });
}

/** "I don't have the tag", 行李牌丢了: that there is nothing to tell. `names` are what was asked for. */
export function isLack(text: string, names: readonly string[], lexicon: FormLexicon): boolean {
  let rest = normaliseText(text);
  const named = findWithin(rest, names);
  if (named === undefined) return false;
  rest = `${rest.slice(0, named.at)} ${rest.slice(named.at + named.word.length)}`
    .replace(/ {2,}/g, ' ')
    .trim();
  const articles = lexicon.list('commands:articles');
  const forms = [
    rest,
    dropEnd(rest, articles),
    dropStart(rest, articles),
    dropEnd(dropEnd(rest, articles), articles),
  ];
  return forms.some((form) => lexicon.list('commands:lacks').includes(form));
}

const MOST_COURTESIES = 6;

/** The text itself, and what remains of it as courtesies are taken away from both ends. */
export function listPlainForms(text: string, lexicon: FormLexicon): string[] {
  const forms = [text];
  let form = text;
  for (let count = 0; count < MOST_COURTESIES; count += 1) {
    const shorter = dropStart(dropEnd(form, lexicon.list('commands:after')), lexicon.list('commands:before'));
    if (shorter === form || shorter === '') break;
    forms.push(
      dropEnd(form, lexicon.list('commands:after')),
      dropStart(form, lexicon.list('commands:before')),
      shorter,
    );
    form = shorter;
  }
  return forms;
}
