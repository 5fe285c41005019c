import { z } from 'zod';
import type { Actor } from '../../services/cases/actor.js';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { CaseRefused } from '../../services/cases/caseRefused.js';
import { createAdditionField } from '../caseStatus/additionField.js';
import { describeAddition } from '../caseStatus/addToCase.js';
import { createFamilyNameField } from '../caseStatus/familyNameField.js';
import { lookUp } from '../caseStatus/lookUp.js';
import { createNextField } from '../caseStatus/nextField.js';
import { createReferenceField } from '../caseStatus/referenceField.js';
import { CASE_LOOK_UPS } from '../caseStatus/referenceLead.js';
import { isVerified, noteVerified, readKey } from '../caseStatus/verified.js';
import type { Desk } from '../desk.js';
import type { Field, FormDefinition, Slots, Submission, SubmitContext } from '../form/definition.js';
import { photosSchema } from '../form/fields/keptPhotos.js';
import { listMessageActions, showMessage } from './showMessage.js';

const ACTIONS = {
  add: { label: 'caseStatus:next.add', words: 'caseStatus:next.addWords' },
  done: { label: 'caseStatus:next.done', words: 'caseStatus:next.doneWords' },
} as const;

const FIELDS = [
  createReferenceField('message'),
  createFamilyNameField(),
  createNextField({ ask: 'caseStatus:assistance.next.ask', actions: ACTIONS }),
  createAdditionField(),
] as readonly Field[];

const chosenSchema = z.object({
  addition: z.object({ text: z.string().optional(), photos: photosSchema.optional() }),
});

/** Shows a message to who knows its reference and family name, and takes what they add. A reference leads here. */
export function createMessageStatusForm(
  { timeZone }: Pick<Desk, 'timeZone'>,
  cases: CaseDesk,
): FormDefinition {
  return {
    name: 'message-status',
    fields: FIELDS,
    yieldsTo: CASE_LOOK_UPS,
    begin: ({ voice }) => voice.say('caseStatus:message.begin'),
    async submit(slots, context) {
      const { voice } = context;
      const { reference } = readKey(slots);
      if (!isVerified(slots)) {
        const looked = await lookUp('message', cases, slots, { ...context, timeZone });
        if (looked.found === undefined) return looked.submission;
        return goOn(looked.found, slots, showMessage(looked.found, voice, timeZone));
      }
      if (slots['next'] === 'done')
        return { kind: 'done', replies: [{ text: voice.say('caseStatus:bye', { reference }) }] };
      const found = await cases.find(reference);
      if (found?.kind !== 'message') throw new Error('A message that was found is gone.');
      const after = await addTo(found, slots, cases, context);
      return goOn(after.found, slots, after.said);
    },
  };
}

async function addTo(
  found: Case<'message'>,
  slots: Slots,
  cases: CaseDesk,
  { voice, passengerId }: SubmitContext,
): Promise<{ found: Case<'message'>; said: string }> {
  const { addition } = chosenSchema.parse(slots);
  const command = describeAddition(addition, found.state.additions);
  const said = voice.say('caseStatus:added');
  if (command === undefined) return { found, said };
  const by: Actor = `passenger:${passengerId}`;
  try {
    return { found: await cases.carryOut('message', found.reference, command, by), said };
  } catch (error) {
    if (!(error instanceof CaseRefused)) throw error;
    return { found, said: voice.say('caseStatus:refused.closed') };
  }
}

function goOn(found: Case<'message'>, slots: Slots, text: string): Submission {
  const actions = listMessageActions(found);
  return { kind: 'more', slots: { next: null, addition: null, ...noteVerified(slots, actions) }, text };
}
