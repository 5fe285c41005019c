import type { Standing } from '../services/desk/handoffs.js';
import { findClarifiedLead } from './answering/readClarified.js';
import { findNoticeLead } from './caseNotices.js';
import type { Desk } from './desk.js';
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
}

/** Where words lead that are a button's, or that only the conversation itself gives a meaning; undefined for all others. */
export function findLead(turn: Turn, { desk, lexicon, standing, hasForm }: Around): Lead | undefined {
  const { text, data, understood } = turn;
  return (
    findOfferedLead(text, data.offers, desk.translate) ??
    findClarifiedLead(text, data, lexicon) ??
    findQueueLead(turn, standing, lexicon, { hasForm }) ??
    findWatchLead(turn, lexicon) ??
    findNoticeLead(text, understood.entities, desk.translate)
  );
}
