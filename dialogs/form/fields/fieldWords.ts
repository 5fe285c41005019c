import type { TranslationKey } from '../../../locales/index.js';
import type { Field, Slots } from '../definition.js';

/** What every kind of field can be told. */
export interface FieldOptions {
  readonly name: string;
  /** The question. */
  readonly ask: TranslationKey;
  readonly optional?: boolean;
  readonly appliesTo?: (slots: Slots) => boolean;
  /** Instead of the words all fields of the kind share. */
  readonly label?: TranslationKey;
  readonly names?: TranslationKey;
  readonly help?: TranslationKey;
}

type SharedWords = Readonly<Record<'label' | 'names' | 'help', TranslationKey>>;
type CommonParts = Pick<Field, 'name' | 'optional' | 'appliesTo' | 'ask' | 'help' | 'label' | 'names'>;

/** The parts of a field that are but words. `values` fill the help's placeholders. */
export function describeField(
  options: FieldOptions,
  shared: SharedWords,
  values: Readonly<Record<string, unknown>> = {},
): CommonParts {
  return {
    name: options.name,
    ...(options.optional !== undefined && { optional: options.optional }),
    ...(options.appliesTo && { appliesTo: options.appliesTo }),
    ask: (_slots, { voice }) => ({ text: voice.say(options.ask) }),
    help: ({ voice }) => voice.say(options.help ?? shared.help, values),
    label: (voice) => voice.say(options.label ?? shared.label),
    names: (lexicon) => lexicon.list(options.names ?? shared.names),
  };
}
