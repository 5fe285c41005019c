import type { AssistanceRules } from './assistance/timeliness.js';
import type { ClaimRules } from './claim/claimDeadlines.js';
import type { ComplaintRules } from './complaint/decideComplaint.js';
import type { MessageRules } from './message/decideMessage.js';

/** Every figure the cases need; the host reads them from `policy.yaml` and the settings. */
export interface CaseRules {
  readonly claim: ClaimRules;
  readonly complaint: ComplaintRules;
  readonly assistance: AssistanceRules;
  readonly message: MessageRules;
  /** IANA zone in which the airline's days begin and end. */
  readonly timeZone: string;
}
