import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Desk } from '../desk.js';
import type { FormDefinition } from '../form/definition.js';
import { CLAIM_FIELDS } from './claimFields.js';
import { describeClaim, readDeadlineFacts } from './claimSlots.js';
import { listPressing, showDeadlines } from './showDeadlines.js';
import { showFiled } from './showFiled.js';

/** Takes down what happened to a bag and files it with the airline's cases. */
export function createClaimForm(
  { timeZone, pages }: Pick<Desk, 'timeZone' | 'pages'>,
  cases: CaseDesk,
): FormDefinition {
  const fields = CLAIM_FIELDS;
  return {
    name: 'baggage-claim',
    fields,
    begin: ({ voice }) => voice.say('claim:begin'),
    review: {
      notes(slots, { voice }) {
        const facts = readDeadlineFacts(slots);
        const pressing = facts === undefined ? [] : listPressing(cases.assessDeadlines(facts));
        return pressing.length === 0 ? [] : [showDeadlines(pressing, voice)];
      },
    },
    async submit(slots, context) {
      const details = describeClaim(slots, context);
      const { outcome, case: filed } = await cases.file('claim', context.filingKey, details);
      const deadlines = showDeadlines(cases.assessDeadlines(details), context.voice);
      const claim = { reference: filed.reference, known: outcome === 'known', type: details.type, deadlines };
      const hasPage = pages?.reach(context.channelId) ?? false;
      return {
        kind: 'done',
        replies: showFiled(claim, { fields }, slots, { ...context, timeZone, hasPage }),
      };
    },
  };
}
