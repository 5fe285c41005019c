import { createAdditionField } from '../caseStatus/additionField.js';
import { createFamilyNameField } from '../caseStatus/familyNameField.js';
import { createNextField, isAction } from '../caseStatus/nextField.js';
import { createReferenceField } from '../caseStatus/referenceField.js';
import type { Field } from '../form/definition.js';
import { createChoiceField } from '../form/fields/choiceField.js';
import { createTextField } from '../form/fields/textField.js';

const SCORES = ['5', '4', '3', '2', '1'] as const;

const ACTIONS = {
  accept: { label: 'caseStatus:complaint.next.accept', words: 'caseStatus:complaint.next.acceptWords' },
  escalate: { label: 'caseStatus:complaint.next.escalate', words: 'caseStatus:complaint.next.escalateWords' },
  rate: { label: 'caseStatus:complaint.next.rate', words: 'caseStatus:complaint.next.rateWords' },
  add: { label: 'caseStatus:next.add', words: 'caseStatus:next.addWords' },
  done: { label: 'caseStatus:next.done', words: 'caseStatus:next.doneWords' },
} as const;

/** Which complaint, whose, and what to do with it. */
export const COMPLAINT_STATUS_FIELDS = [
  createReferenceField('complaint'),
  createFamilyNameField(),
  createNextField({ ask: 'caseStatus:complaint.next.ask', actions: ACTIONS }),
  createAdditionField(),
  createTextField({ ...describeWords('reason'), appliesTo: (slots) => isAction(slots, 'escalate') }),
  createChoiceField({
    ...describeWords('score'),
    appliesTo: (slots) => isAction(slots, 'rate'),
    choices: SCORES.map((value) => ({
      value,
      label: `caseStatus:complaint.score.${value}` as const,
      synonyms: `caseStatus:complaint.score.${value}Words` as const,
    })),
  }),
  createTextField({
    ...describeWords('words'),
    optional: true,
    appliesTo: (slots) => isAction(slots, 'rate'),
  }),
] as readonly Field[];

function describeWords<Name extends 'reason' | 'score' | 'words'>(name: Name) {
  return {
    name,
    ask: `caseStatus:complaint.${name}.ask`,
    label: `caseStatus:complaint.${name}.label`,
    names: `caseStatus:complaint.${name}.names`,
    help: `caseStatus:complaint.${name}.help`,
  } as const;
}
