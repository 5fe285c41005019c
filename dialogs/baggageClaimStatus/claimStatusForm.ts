import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { createAdditionField } from '../caseStatus/additionField.js';
import { createFamilyNameField } from '../caseStatus/familyNameField.js';
import { lookUp } from '../caseStatus/lookUp.js';
import { createNextField, isAction } from '../caseStatus/nextField.js';
import { createReferenceField } from '../caseStatus/referenceField.js';
import { CASE_LOOK_UPS } from '../caseStatus/referenceLead.js';
import { isVerified, noteVerified, readKey } from '../caseStatus/verified.js';
import { PAGE_ADDRESS } from '../casePage.js';
import type { Desk } from '../desk.js';
import type { Field, FormDefinition, Slots, Submission } from '../form/definition.js';
import { createDateField } from '../form/fields/dateField.js';
import { actOnClaim } from './claimAction.js';
import { listClaimActions, showClaim } from './showClaim.js';

const ACTIONS = {
  received: { label: 'caseStatus:claim.next.received', words: 'caseStatus:claim.next.receivedWords' },
  add: { label: 'caseStatus:next.add', words: 'caseStatus:next.addWords' },
  done: { label: 'caseStatus:next.done', words: 'caseStatus:next.doneWords' },
} as const;

/** What an action leaves behind, so that the next one starts clean. */
const NOTHING_CHOSEN = { next: null, addition: null, day: null };

const FIELDS = [
  createReferenceField('claim'),
  createFamilyNameField(),
  createNextField({ ask: 'caseStatus:claim.next.ask', actions: ACTIONS }),
  createAdditionField(),
  createDateField({
    name: 'day',
    ask: 'caseStatus:claim.day.ask',
    label: 'caseStatus:claim.day.label',
    names: 'caseStatus:claim.day.names',
    help: 'caseStatus:claim.day.help',
    when: 'past',
    appliesTo: (slots) => isAction(slots, 'received'),
  }),
] as readonly Field[];

/** Shows a baggage report to who knows its reference and family name, and takes what they add. */
export function createClaimStatusForm(
  { timeZone, pages }: Pick<Desk, 'timeZone' | 'pages'>,
  cases: CaseDesk,
): FormDefinition {
  const show = (found: Case<'claim'>) => {
    const deadlines = cases.assessDeadlines({
      ...found.state.details,
      receivedDay: found.state.receivedDay ?? found.state.details.receivedDay,
    });
    return { found, deadlines };
  };
  return {
    name: 'baggage-claim-status',
    fields: FIELDS,
    yieldsTo: CASE_LOOK_UPS,
    begin: ({ voice }) => voice.say('caseStatus:claim.begin'),
    async submit(slots, context) {
      const { voice } = context;
      const { next } = slots;
      const { reference } = readKey(slots);
      if (!isVerified(slots)) {
        const looked = await lookUp('claim', cases, slots, { ...context, timeZone });
        if (looked.found === undefined) return looked.submission;
        const shown = showClaim(show(looked.found), voice, timeZone);
        if (!pages?.reach(context.channelId)) return goOn(looked.found, slots, shown);
        const link = voice.say('claim:filed.page', { address: PAGE_ADDRESS });
        const page = { kind: 'claim', reference: looked.found.reference } as const;
        return { ...goOn(looked.found, slots, `${shown}\n\n${link}`), page };
      }
      if (next === 'done')
        return { kind: 'done', replies: [{ text: voice.say('caseStatus:bye', { reference }) }] };
      const found = await cases.find(reference);
      if (found?.kind !== 'claim') throw new Error('A claim that was found is gone.');
      const after = await actOnClaim(found, slots, cases, context);
      return goOn(after.found, slots, after.said);
    },
  };
}

function goOn(found: Case<'claim'>, slots: Slots, text: string): Submission & { kind: 'more' } {
  return {
    kind: 'more',
    slots: { ...NOTHING_CHOSEN, ...noteVerified(slots, listClaimActions(found)) },
    text,
  };
}
