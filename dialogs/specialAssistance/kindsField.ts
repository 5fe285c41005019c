import { normaliseText } from '../../faq/understanding/normalise.js';
import { getIntlTag } from '../../locales/index.js';
import { matchChoices } from '../form/choices.js';
import type { Choice, Field, FormContext } from '../form/definition.js';
import { describeField } from '../form/fields/fieldWords.js';
import { splitWords } from '../form/lexicon.js';
import { findWithin } from '../form/wording.js';
import { KINDS, listAssistanceChoices, type Kind } from './assistanceChoices.js';

const WORDS = {
  label: 'assistance:kinds.label',
  names: 'assistance:kinds.names',
  help: 'assistance:kinds.help',
} as const;
const CHOICES = listAssistanceChoices('kinds', KINDS);

/** What is needed: one kind of help or several at once. */
export function createKindsField(): Field<Kind[]> {
  const list = ({ voice, lexicon }: FormContext): Choice[] =>
    CHOICES.map(({ value, label, synonyms }) => ({
      value,
      label: voice.say(label),
      synonyms: [...lexicon.list(label), ...lexicon.list(synonyms)].join('|'),
    }));
  return {
    ...describeField({ name: 'kinds', ask: 'assistance:kinds.ask' }, WORDS),
    ask: (_slots, context) => ({ text: context.voice.say('assistance:kinds.ask'), choices: list(context) }),
    read({ text }, context) {
      const named = findNamed(text, list(context));
      if (named.length > 1) return { kind: 'filled', value: named, used: text };
      const chosen = matchChoices(text, list(context), context.lexicon).map(({ value }) => value as Kind);
      const [first, ...others] = chosen;
      if (first === undefined) return { kind: 'rejected', problem: context.voice.say('form:noChoice') };
      return others.length > 0
        ? { kind: 'ambiguous', values: chosen.map((value) => [value]) }
        : { kind: 'filled', value: [first], used: text };
    },
    infer({ text }, context) {
      const named = findNamed(text, list(context));
      return named.length > 0 ? named : undefined;
    },
    show: (kinds, { say, language }) =>
      new Intl.ListFormat(getIntlTag(language)).format(kinds.map((kind) => say(`assistance:kinds.${kind}`))),
  };
}

/** All kinds that the words name, to the letter. */
function findNamed(text: string, choices: readonly Choice[]): Kind[] {
  const plain = normaliseText(text);
  return choices
    .filter(({ synonyms = '' }) => findWithin(plain, splitWords(synonyms)) !== undefined)
    .map(({ value }) => value as Kind);
}
