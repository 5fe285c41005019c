import type { Agenda } from '../agenda.js';
import type { Clock } from '../clock.js';
import type { EventLog } from '../eventLog.js';
import { createAssistanceRulebook } from './assistance/assistanceRulebook.js';
import { CaseAgenda } from './caseAgenda.js';
import type { CaseDesk } from './caseDesk.js';
import type { NotifyPassenger } from './caseNotice.js';
import type { CaseRules } from './caseRules.js';
import { CaseStore } from './caseStore.js';
import { CaseWaker } from './caseWaker.js';
import { createClaimRulebook } from './claim/claimRulebook.js';
import { createComplaintRulebook } from './complaint/complaintRulebook.js';
import { EventCaseDesk } from './eventCaseDesk.js';
import { createMessageRulebook } from './message/messageRulebook.js';

export interface CasesParts {
  readonly eventLog: EventLog;
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly rules: CaseRules;
  readonly notify: NotifyPassenger;
}

export interface Cases {
  readonly desk: CaseDesk;
  /** Handles the agenda's entries of the kind `CASE_AGENDA_KIND`. */
  readonly waker: CaseWaker;
}

/** Puts the desk together. Reads nothing yet. */
export function openCases({ eventLog, agenda, clock, rules, notify }: CasesParts): Cases {
  const rulebooks = {
    claim: createClaimRulebook(rules.claim),
    complaint: createComplaintRulebook(rules.complaint),
    assistance: createAssistanceRulebook(rules.assistance),
    message: createMessageRulebook(rules.message),
  };
  const caseAgenda = new CaseAgenda(agenda, clock);
  const store = new CaseStore({ eventLog, agenda: caseAgenda, clock, rulebooks });
  return {
    desk: new EventCaseDesk({ eventLog, store, agenda: caseAgenda, clock, rules }),
    waker: new CaseWaker({ store, clock, notify }),
  };
}
