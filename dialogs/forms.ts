import { createAssistanceStatusForm } from './assistanceStatus/assistanceStatusForm.js';
import { createClaimForm } from './baggageClaim/claimForm.js';
import { createClaimStatusForm } from './baggageClaimStatus/claimStatusForm.js';
import { createComplaintForm } from './complaint/complaintForm.js';
import { createComplaintStatusForm } from './complaintStatus/complaintStatusForm.js';
import type { Desk } from './desk.js';
import { createFlightForm } from './flightStatus/flightForm.js';
import type { FormDefinition } from './form/definition.js';
import type { FormName } from './formName.js';
import { createLeaveMessageForm } from './leaveMessage/leaveMessageForm.js';
import { createMessageStatusForm } from './messageStatus/messageStatusForm.js';
import { createAssistanceForm } from './specialAssistance/assistanceForm.js';

/** The dialogs that fill in a form, by name. */
export type Forms = Readonly<Partial<Record<FormName, FormDefinition>>>;

type CreateForm = (desk: Desk) => FormDefinition | undefined;

/** One line a dialog: what makes it of the desk, or nothing where the desk lacks what it needs. */
const CREATE: Readonly<Partial<Record<FormName, CreateForm>>> = {
  'baggage-claim': (desk) => desk.cases && createClaimForm(desk, desk.cases),
  'baggage-claim-status': (desk) => desk.cases && createClaimStatusForm(desk, desk.cases),
  complaint: (desk) => desk.cases && createComplaintForm(desk, desk.cases),
  'complaint-status': (desk) => desk.cases && createComplaintStatusForm(desk, desk.cases),
  'special-assistance': (desk) => desk.cases && createAssistanceForm(desk, desk.cases),
  'assistance-status': (desk) => desk.cases && createAssistanceStatusForm(desk, desk.cases),
  'message-status': (desk) => desk.cases && createMessageStatusForm(desk, desk.cases),
  'leave-message': (desk) => desk.cases && createLeaveMessageForm(desk, desk.cases),
  'flight-status': (desk) => desk.flights && createFlightForm({ ...desk, flights: desk.flights }),
};

export function createForms(desk: Desk): Forms {
  const entries = Object.entries(CREATE).map(([name, create]) => [name, create(desk)] as const);
  return Object.fromEntries(entries.filter(([, form]) => form !== undefined));
}
