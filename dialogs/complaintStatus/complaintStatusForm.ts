import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { lookUp } from '../caseStatus/lookUp.js';
import { CASE_LOOK_UPS } from '../caseStatus/referenceLead.js';
import { isVerified, noteVerified, readKey } from '../caseStatus/verified.js';
import type { Desk } from '../desk.js';
import type { FormDefinition, FormInput, Slots, Submission } from '../form/definition.js';
import { actOnComplaint } from './complaintAction.js';
import { COMPLAINT_STATUS_FIELDS } from './complaintStatusFields.js';
import { listComplaintActions, showComplaint } from './showComplaint.js';

/** What an action leaves behind, so that the next one starts clean. */
const NOTHING_CHOSEN = { next: null, addition: null, reason: null, score: null, words: null };

/** Shows a complaint to who knows its reference and family name, and lets them go on with it. */
export function createComplaintStatusForm(
  { timeZone }: Pick<Desk, 'timeZone'>,
  cases: CaseDesk,
): FormDefinition {
  return {
    name: 'complaint-status',
    fields: COMPLAINT_STATUS_FIELDS,
    yieldsTo: CASE_LOOK_UPS,
    keep: readRating,
    begin: ({ voice }) => voice.say('caseStatus:complaint.begin'),
    async submit(slots, context) {
      const { voice, today } = context;
      const { next } = slots;
      const { reference } = readKey(slots);
      if (!isVerified(slots)) {
        const looked = await lookUp('complaint', cases, slots, { ...context, timeZone });
        if (looked.found === undefined) return looked.submission;
        return goOn(looked.found, slots, today, showComplaint(looked.found, voice, { timeZone, today }));
      }
      if (next === 'done')
        return { kind: 'done', replies: [{ text: voice.say('caseStatus:bye', { reference }) }] };
      const found = await cases.find(reference);
      if (found?.kind !== 'complaint') throw new Error('A complaint that was found is gone.');
      const after = await actOnComplaint(found, slots, cases, { ...context, timeZone });
      return goOn(after.found, { ...slots, rating: undefined }, today, after.said);
    },
  };
}

/** "Rate C-20261122-ABCDE: 5", as the button under a notice says it: the rating waits until the complaint is found. */
function readRating({ text, entities }: FormInput): Slots {
  const reference = entities.complaintReferences?.[0];
  const score = reference && /[:\uff1a]\s*([1-5])\s*$/.exec(text.slice(reference.end))?.[1];
  return score === undefined ? {} : { rating: score };
}

function goOn(found: Case<'complaint'>, slots: Slots, today: string, text: string): Submission {
  const actions = listComplaintActions(found, today);
  const { rating = null } = slots;
  const rated = rating !== null && actions.includes('rate') ? { next: 'rate', score: rating } : {};
  return {
    kind: 'more',
    slots: { ...NOTHING_CHOSEN, ...noteVerified(slots, actions), ...rated, rating: null },
    text,
  };
}
