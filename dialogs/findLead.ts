import type { Standing } from '../services/desk/handoffs.js';
import { findClarifiedLead } from './answering/readClarified.js';
import { findNoticeLead } from './caseNotices.js';
import { findReferenceLead } from './caseStatus/referenceLead.js';
import type { Desk } from './desk.js';
import type { FormName } from './formName.js';
import type { Forms } from './forms.js';
import { findMessageWish } from './leaveMessage/messageWords.js';
import { findWatchLead } from './flightStatus/watchWords.js';
import type { FormLexicon } from './form/lexicon.js';
import { findQueueLead } from './handoff/queueProgress.js';
import { findOfferedLead } from './leads.js';
import type { Lead } from './offer.js';
import type { Turn } from './turn.js';

interface Around {
  readonly desk: Pick<Desk, 'translate'>;
  readonly lexicon: FormLexicon;
  /** Where the passenger stands in the agents' queue, as far as it matters to the words. */
  readonly standing: Standing | undefined;
  readonly hasForm: boolean;
  readonly form: FormName | undefined;
  readonly forms: Forms;
}

/** Where words lead that are a button's, or that only the conversation itself gives a meaning; undefined for all others. */
export function findLead(
  turn: Turn,
  { desk, lexicon, standing, hasForm, form, forms }: Around,
): Lead | undefined {
  const { text, data, understood } = turn;
  return (
    findOfferedLead(text, data.offers, desk.translate) ??
    findClarifiedLead(text, data, lexicon) ??
    findQueueLead(turn, standing, lexicon, { hasForm }) ??
    findMessageLead(turn, lexicon, forms) ??
    findWatchLead(turn, lexicon) ??
    findNoticeLead(text, understood.entities, desk.translate) ??
    findReferenceLead(turn, form)
  );
}

/** To leave something for the staff has no route: nobody should be kept from the queue by a guess. */
function findMessageLead({ text, understood }: Turn, lexicon: FormLexicon, forms: Forms): Lead | undefined {
  if (forms['leave-message'] === undefined) return undefined;
  const wish = findMessageWish(text, understood.entities, lexicon);
  return wish && 'dialog:leave-message';
}
