import { findReferences, readReference } from '../../services/cases/references.js';
import type { Field, FormInput } from '../form/definition.js';
import { describeField } from '../form/fields/fieldWords.js';
import type { LookUpKind } from './lookUp.js';

/** What of a message is a reference, by kind. */
const LIST: Readonly<Record<LookUpKind, (input: FormInput) => { code: string; text: string }[]>> = {
  claim: ({ entities }) => [...(entities.fileReferences ?? [])],
  complaint: ({ entities }) => [...(entities.complaintReferences ?? [])],
  assistance: ({ text }) => findReferences('assistance', text).map((code) => ({ code, text: code })),
  message: ({ text }) => findReferences('message', text).map((code) => ({ code, text: code })),
};

/** The reference of a case; its value is as the airline writes it. */
export function createReferenceField(kind: LookUpKind): Field<string> {
  const list = (input: FormInput) => [...new Set(LIST[kind](input).map(({ code }) => code))];
  return {
    ...describeField(
      { name: 'reference', ask: `caseStatus:${kind}.reference.ask` },
      {
        label: `caseStatus:${kind}.reference.label`,
        names: `caseStatus:${kind}.reference.names`,
        help: `caseStatus:${kind}.reference.help`,
      },
    ),
    read(input, { voice }) {
      const { text } = input;
      const [first, ...others] = list(input);
      if (first !== undefined && others.length > 0) return { kind: 'ambiguous', values: [first, ...others] };
      if (first !== undefined)
        return { kind: 'filled', value: first, used: LIST[kind](input)[0]?.text ?? text };
      const read = readReference(text);
      return read?.kind === kind
        ? { kind: 'filled', value: read.reference, used: text }
        : { kind: 'rejected', problem: voice.say(`caseStatus:${kind}.reference.problem`) };
    },
    prefill(input) {
      const [first, ...others] = list(input);
      return others.length === 0 ? first : undefined;
    },
    show: (value) => value,
  };
}
