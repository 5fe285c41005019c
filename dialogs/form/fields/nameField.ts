import type { Field } from '../definition.js';
import { dropStart } from '../wording.js';
import { describeField, type FieldOptions } from './fieldWords.js';

const WORDS = {
  label: 'form:fields.name.label',
  names: 'form:fields.name.names',
  help: 'form:fields.name.help',
} as const;
const NAME = /^\p{L}[\p{L}\p{M} ./'\u2019\u00b7\u30fb-]*$/u;
const HAN_NAME = /^[\p{Script=Han}\u00b7\u30fb]{2,20}$/u;
const LONGEST = 60;
const MOST_WORDS = 6;

/** A passenger's name as they write it. */
export function createNameField(options: FieldOptions): Field<string> {
  return {
    ...describeField(options, WORDS),
    open: true,
    read({ text }, { voice, lexicon }) {
      const name = dropIntroduction(text, lexicon.list('form:fields.name.introductions'));
      return isName(name)
        ? { kind: 'filled', value: name, used: name }
        : { kind: 'rejected', problem: voice.say('form:fields.name.problem') };
    },
    show: (value) => value,
  };
}

function dropIntroduction(text: string, introductions: readonly string[]): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,!\u3002\uff0c\uff01]+$/, '');
  const rest = dropStart(plain.toLowerCase().replace(/[\u2019']/g, ''), introductions);
  return plain.slice(plain.length - rest.length).trim();
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST || !NAME.test(text)) return false;
  return /\p{Script=Han}/u.test(text)
    ? HAN_NAME.test(text.replaceAll(' ', ''))
    : text.split(' ').length <= MOST_WORDS;
}
