import type { TranslationKey } from '../../../locales/index.js';
import type { Field } from '../definition.js';
import { readYesNo } from '../yesNo.js';
import { describeField, type FieldOptions } from './fieldWords.js';

export interface TextOptions extends FieldOptions {
  readonly label: TranslationKey;
  readonly names: TranslationKey;
  readonly help: TranslationKey;
  /** Characters; 2 and 4,000 where not said. */
  readonly least?: number;
  /** What happened, in sentences (questions in it are seldom meant for the desk), or a message to somebody else. */
  readonly kind?: 'story' | 'message';
  readonly most?: number;
}

/** The passenger's own words. */
export function createTextField(options: TextOptions): Field<string> {
  const { least = 2, most = 4000 } = options;
  return {
    ...describeField(options, options),
    open: options.kind ?? true,
    read({ text }, { voice, lexicon }) {
      const words = text.trim();
      const length = [...words.replace(/[^\p{L}\p{N}]/gu, '')].length;
      const isBareReply = readYesNo(text, lexicon) !== undefined;
      if (length < least || isBareReply)
        return { kind: 'rejected', problem: voice.say('form:fields.text.tooShort') };
      if (words.length > most)
        return { kind: 'rejected', problem: voice.say('form:fields.text.tooLong', { most }) };
      return { kind: 'filled', value: words };
    },
    show: (value) => value,
  };
}
