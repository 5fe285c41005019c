import { readReference } from '../../services/cases/references.js';
import type { Entities } from '../../faq/understanding/entities.js';
import type { Field } from '../form/definition.js';
import { describeField } from '../form/fields/fieldWords.js';

const FOUND_AS = { claim: 'fileReferences', complaint: 'complaintReferences' } as const;

/** The reference of a claim or a complaint; its value is as the airline writes it. */
export function createReferenceField(kind: keyof typeof FOUND_AS): Field<string> {
  const list = (entities: Entities) => [...new Set((entities[FOUND_AS[kind]] ?? []).map(({ code }) => code))];
  return {
    ...describeField(
      { name: 'reference', ask: `caseStatus:${kind}.reference.ask` },
      {
        label: `caseStatus:${kind}.reference.label`,
        names: `caseStatus:${kind}.reference.names`,
        help: `caseStatus:${kind}.reference.help`,
      },
    ),
    read({ entities, text }, { voice }) {
      const [first, ...others] = list(entities);
      if (first !== undefined && others.length > 0) return { kind: 'ambiguous', values: [first, ...others] };
      if (first !== undefined)
        return { kind: 'filled', value: first, used: entities[FOUND_AS[kind]]?.[0]?.text ?? text };
      const read = readReference(text);
      return read?.kind === kind
        ? { kind: 'filled', value: read.reference, used: text }
        : { kind: 'rejected', problem: voice.say(`caseStatus:${kind}.reference.problem`) };
    },
    prefill({ entities }) {
      const [first, ...others] = list(entities);
      return others.length === 0 ? first : undefined;
    },
    show: (value) => value,
  };
}
