import { normaliseText } from '../../../faq/understanding/normalise.js';
import { toSimplified } from '../../../locales/chineseScripts.js';
import type { Field } from '../definition.js';
import { isOneQuestion } from '../questions.js';
import { readYesNo } from '../yesNo.js';
import type { FormLexicon } from '../lexicon.js';
import { dropStart } from '../wording.js';
import { findWholeName } from './findSpokenName.js';
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
const LONGEST_INTRODUCTION = 4;
const LEAST_QUESTION = 5;

/** A passenger's name as they write it. */
export function createNameField(options: FieldOptions): Field<string> {
  return {
    ...describeField(options, WORDS),
    open: true,
    read({ text }, { voice, lexicon }) {
      const name = dropIntroduction(text, lexicon.list('form:fields.name.introductions'));
      const isTaken = isName(name) && readYesNo(name, lexicon) === undefined && !isAsked(name, lexicon);
      return isTaken
        ? { kind: 'filled', value: name, used: name }
        : { kind: 'rejected', problem: voice.say('form:fields.name.problem') };
    },
    prefill: ({ text }, { lexicon }) => findWholeName(text, lexicon),
    show: (value) => value,
  };
}

/** A question in Chinese has the form of a name (能带充电宝吗); in letters, May and Will are names. */
function isAsked(name: string, lexicon: FormLexicon): boolean {
  return /^\p{Script=Han}/u.test(name) && [...name].length >= LEAST_QUESTION && isOneQuestion(name, lexicon);
}

/** "My name is Mary O'Neill", 我叫李梅: what follows. */
function dropIntroduction(text: string, introductions: readonly string[]): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,!\u3002\uff0c\uff01]+$/, '');
  const words = plain.split(' ');
  for (let count = Math.min(words.length - 1, LONGEST_INTRODUCTION); count > 0; count -= 1) {
    const start = normaliseText(words.slice(0, count).join(' '));
    if (introductions.includes(start)) return words.slice(count).join(' ');
  }
  const rest = dropStart(toSimplified(plain), introductions);
  return plain.slice(plain.length - rest.length);
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST || !NAME.test(text)) return false;
  return /\p{Script=Han}/u.test(text)
    ? HAN_NAME.test(text.replaceAll(' ', ''))
    : text.split(' ').length <= MOST_WORDS;
}
