import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { createAdditionField } from '../caseStatus/additionField.js';
import { createFamilyNameField } from '../caseStatus/familyNameField.js';
import { lookUp } from '../caseStatus/lookUp.js';
import { createNextField, isAction } from '../caseStatus/nextField.js';
import { createReferenceField } from '../caseStatus/referenceField.js';
import { CASE_LOOK_UPS } from '../caseStatus/referenceLead.js';
import { isVerified, noteVerified, readKey } from '../caseStatus/verified.js';
import type { Desk } from '../desk.js';
import { findCommand } from '../form/commands.js';
import type { Field, FormDefinition, Slots, Submission } from '../form/definition.js';
import { createChoiceField } from '../form/fields/choiceField.js';
import { actOnAssistance } from './assistanceAction.js';
import { listAssistanceActions, showAssistance } from './showAssistance.js';

const ACTIONS = {
  add: { label: 'caseStatus:next.add', words: 'caseStatus:next.addWords' },
  withdraw: {
    label: 'caseStatus:assistance.next.withdraw',
    words: 'caseStatus:assistance.next.withdrawWords',
    command: 'cancel',
  },
  done: { label: 'caseStatus:next.done', words: 'caseStatus:next.doneWords' },
} as const;

/** What an action leaves behind, so that the next one starts clean. */
const NOTHING_CHOSEN = { next: null, addition: null, sure: null };

const FIELDS = [
  createReferenceField('assistance'),
  createFamilyNameField(),
  createNextField({ ask: 'caseStatus:assistance.next.ask', actions: ACTIONS }),
  createAdditionField(),
  createSureField(),
] as readonly Field[];

/** Whether to cancel it: in the answer "cancel" means yes. */
function createSureField(): Field<'yes' | 'no'> {
  const field = createChoiceField<'yes' | 'no'>({
    name: 'sure',
    ask: 'caseStatus:assistance.sure.ask',
    label: 'caseStatus:assistance.sure.label',
    names: 'caseStatus:assistance.sure.names',
    help: 'caseStatus:assistance.sure.help',
    appliesTo: (slots) => isAction(slots, 'withdraw'),
    choices: [
      { value: 'yes', label: 'caseStatus:assistance.sure.yes', synonyms: 'commands:yes' },
      { value: 'no', label: 'caseStatus:assistance.sure.no', synonyms: 'commands:no' },
    ],
  });
  return {
    ...field,
    listCommands: () => ['cancel'],
    read: (input, context, slots) =>
      findCommand(input.text, context.lexicon) === 'cancel'
        ? { kind: 'filled', value: 'yes', used: input.text }
        : field.read(input, context, slots),
  };
}

/**
 * Shows a request for assistance to who knows its reference and family name, takes what they add, and cancels it.
 * Nobody is led here by words: a reference is what leads here.
 */
export function createAssistanceStatusForm(
  { timeZone }: Pick<Desk, 'timeZone'>,
  cases: CaseDesk,
): FormDefinition {
  return {
    name: 'assistance-status',
    fields: FIELDS,
    yieldsTo: CASE_LOOK_UPS,
    begin: ({ voice }) => voice.say('caseStatus:assistance.begin'),
    async submit(slots, context) {
      const { voice } = context;
      const { reference } = readKey(slots);
      if (!isVerified(slots)) {
        const looked = await lookUp('assistance', cases, slots, { ...context, timeZone });
        if (looked.found === undefined) return looked.submission;
        return goOn(looked.found, slots, showAssistance(looked.found, voice, timeZone));
      }
      if (slots['next'] === 'done')
        return { kind: 'done', replies: [{ text: voice.say('caseStatus:bye', { reference }) }] };
      const found = await cases.find(reference);
      if (found?.kind !== 'assistance') throw new Error('A request that was found is gone.');
      const after = await actOnAssistance(found, slots, cases, context);
      return goOn(after.found, slots, after.said);
    },
  };
}

function goOn(found: Case<'assistance'>, slots: Slots, text: string): Submission {
  const actions = listAssistanceActions(found);
  return { kind: 'more', slots: { ...NOTHING_CHOSEN, ...noteVerified(slots, actions) }, text };
}
