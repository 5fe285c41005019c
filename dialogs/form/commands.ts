import { normaliseText } from '../../faq/understanding/normalise.js';
import type { FormLexicon } from './lexicon.js';
import { dropEnd, dropStart } from './wording.js';

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
const BUTTONS: Partial<Record<Command, 'form:buttons.help' | 'form:buttons.keep' | 'form:buttons.person'>> = {
  help: 'form:buttons.help',
  keep: 'form:buttons.keep',
  person: 'form:buttons.person',
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
