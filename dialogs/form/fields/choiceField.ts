import type { TranslationKey } from '../../../locales/index.js';
import { matchChoices } from '../choices.js';
import type { Choice, Field, FormContext } from '../definition.js';
import type { Voice } from '../voice.js';
import { describeField, type FieldOptions } from './fieldWords.js';

export interface ChoiceOptions<Value extends string> extends FieldOptions {
  readonly label: TranslationKey;
  readonly names: TranslationKey;
  readonly help: TranslationKey;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: TranslationKey;
    /** A list of other ways of saying it, with `|` between them. */
    readonly synonyms?: TranslationKey;
  }[];
  /** The words that start the form may hold the answer. */
  readonly infers?: boolean;
}

/** One of a few answers: by button, number, place ("the second"), name, or part of it. */
export function createChoiceField<Value extends string>(options: ChoiceOptions<Value>): Field<Value> {
  const list = ({ voice, lexicon }: FormContext): Choice[] =>
    options.choices.map(({ value, label, synonyms }) => ({
      value,
      label: voice.say(label),
      synonyms: [...lexicon.list(label), ...(synonyms ? lexicon.list(synonyms) : [])].join('|'),
    }));
  const show = (value: Value, voice: Voice): string => {
    const choice = options.choices.find((each) => each.value === value);
    return choice === undefined ? value : voice.say(choice.label);
  };
  return {
    ...describeField(options, options),
    ask: (_slots, context) => ({ text: context.voice.say(options.ask), choices: list(context) }),
    read({ text }, context) {
      const chosen = matchChoices(text, list(context), context.lexicon).map(({ value }) => value as Value);
      const [first, ...others] = chosen;
      if (first === undefined) return { kind: 'rejected', problem: context.voice.say('form:noChoice') };
      return others.length > 0
        ? { kind: 'ambiguous', values: chosen }
        : { kind: 'filled', value: first, used: text };
    },
    ...(options.infers && {
      infer({ text }, context: FormContext) {
        const chosen = matchChoices(text, list(context), context.lexicon);
        return chosen.length === 1 ? (chosen[0]?.value as Value) : undefined;
      },
    }),
    show,
  };
}
