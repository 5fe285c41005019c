import type { AssistanceCommand, AssistanceEvent, AssistanceRequest } from './assistance/assistance.js';
import type { AssistanceDetails, AssistanceInput } from './assistance/assistanceDetails.js';
import type { Claim, ClaimCommand, ClaimEvent } from './claim/claim.js';
import type { ClaimDetails, ClaimInput } from './claim/claimDetails.js';
import type { Complaint, ComplaintCommand, ComplaintEvent } from './complaint/complaint.js';
import type { ComplaintDetails, ComplaintInput } from './complaint/complaintDetails.js';
import type { Message, MessageCommand, MessageEvent } from './message/message.js';
import type { MessageDetails, MessageInput } from './message/messageDetails.js';

/** What belongs to each kind of case. */
export interface CaseTypes {
  readonly claim: {
    input: ClaimInput;
    details: ClaimDetails;
    state: Claim;
    command: ClaimCommand;
    event: ClaimEvent;
  };
  readonly complaint: {
    input: ComplaintInput;
    details: ComplaintDetails;
    state: Complaint;
    command: ComplaintCommand;
    event: ComplaintEvent;
  };
  readonly assistance: {
    input: AssistanceInput;
    details: AssistanceDetails;
    state: AssistanceRequest;
    command: AssistanceCommand;
    event: AssistanceEvent;
  };
  readonly message: {
    input: MessageInput;
    details: MessageDetails;
    state: Message;
    command: MessageCommand;
    event: MessageEvent;
  };
}

export const CASE_KINDS = ['claim', 'complaint', 'assistance', 'message'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** A case as it stands now. */
export type Case<K extends CaseKind = CaseKind> = {
  [Kind in K]: {
    readonly kind: Kind;
    readonly reference: string;
    /** Number of its events. */
    readonly version: number;
    readonly open: boolean;
    readonly state: CaseTypes[Kind]['state'];
  };
}[K];
