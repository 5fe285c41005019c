import type { Field } from '../form/definition.js';
import { createNameField } from '../form/fields/nameField.js';
import { findSpokenName } from '../form/fields/findSpokenName.js';

const MARKS = 'caseStatus:familyName.marks';

/** A family name, or a whole one: Chinese family names often have one character. */
export function createFamilyNameField(): Field<string> {
  const field = createNameField({
    name: 'name',
    ask: 'caseStatus:familyName.ask',
    label: 'caseStatus:familyName.label',
    names: 'caseStatus:familyName.names',
    help: 'caseStatus:familyName.help',
  });
  return {
    ...field,
    read(input, context, slots) {
      const name = findSpokenName(input.text, MARKS, context.lexicon) ?? input.text.trim();
      return /^\p{Script=Han}$/u.test(name)
        ? { kind: 'filled', value: name, used: name }
        : field.read({ ...input, text: name }, context, slots);
    },
    prefill: ({ text }, { lexicon }) => findSpokenName(text, MARKS, lexicon),
  };
}
