import type { Field, FormInput } from '../definition.js';
import { describeField, type FieldOptions } from './fieldWords.js';

const WORDS = {
  label: 'form:fields.tag.label',
  names: 'form:fields.tag.names',
  help: 'form:fields.tag.help',
} as const;
const TAG = /^(\d{10}|(?=.?[A-Z])[A-Z\d]{2}\d{6})$/;

/** A bag tag: its value is 10 digits, or a carrier's two characters and 6 digits. */
export function createTagField(options: FieldOptions): Field<string> {
  return {
    ...describeField(options, WORDS),
    read(input, { voice }) {
      const tags = listTags(input);
      const [first, ...others] = tags;
      if (first === undefined) return { kind: 'rejected', problem: voice.say('form:fields.tag.problem') };
      if (others.length > 0) return { kind: 'ambiguous', values: tags };
      return { kind: 'filled', value: first, used: input.entities.bagTags?.[0]?.text ?? input.text };
    },
    prefill({ entities }) {
      const tags = new Set((entities.bagTags ?? []).map(({ code }) => code));
      return tags.size === 1 ? [...tags][0] : undefined;
    },
    show: (value) => value,
  };
}

/** Asked for a tag, digits that might be a telephone number elsewhere are one. */
function listTags({ entities, text }: FormInput): string[] {
  const found = (entities.bagTags ?? []).map(({ code }) => code);
  if (found.length > 0) return [...new Set(found)];
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.-]/g, '');
  return TAG.test(plain) ? [plain] : [];
}
