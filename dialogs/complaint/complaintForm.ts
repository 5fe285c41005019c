import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Desk } from '../desk.js';
import type { FormDefinition } from '../form/definition.js';
import { COMPLAINT_FIELDS } from './complaintFields.js';
import { describeComplaint } from './complaintSlots.js';
import { showFiledComplaint } from './showFiled.js';
import { findDraft } from './story.js';
import { chooseSympathy } from './sympathy.js';

/** Takes down a complaint and files it with the airline's cases. */
export function createComplaintForm(
  { timeZone, answers }: Pick<Desk, 'timeZone' | 'answers'>,
  cases: CaseDesk,
): FormDefinition {
  const fields = COMPLAINT_FIELDS;
  return {
    name: 'complaint',
    fields,
    keep(input, { lexicon }) {
      const draft = findDraft(input, lexicon);
      return draft === undefined ? {} : { draft };
    },
    begin(context, { draft }) {
      const { voice } = context;
      const policy = answers.readPolicy(voice.language);
      return typeof draft === 'string'
        ? voice.say('complaint:beginStory', { policy, sympathy: chooseSympathy(draft, context) })
        : voice.say('complaint:begin', { policy });
    },
    review: {},
    async submit(slots, context) {
      const filed = await cases.file('complaint', context.filingKey, describeComplaint(slots, context));
      const policy = answers.readPolicy(context.voice.language);
      const replies = showFiledComplaint(filed, { fields }, slots, { ...context, timeZone, policy });
      return { kind: 'done', replies };
    },
  };
}
