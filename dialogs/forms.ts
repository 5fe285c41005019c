import type { DialogName } from '../faq/understanding/route.js';
import { createClaimForm } from './baggageClaim/claimForm.js';
import type { Desk } from './desk.js';
import type { FormDefinition } from './form/definition.js';

/** The dialogs that fill in a form, by name. */
export type Forms = Readonly<Partial<Record<DialogName, FormDefinition>>>;

type CreateForm = (desk: Desk) => FormDefinition | undefined;

/** One line a dialog: what makes it of the desk, or nothing where the desk lacks what it needs. */
const CREATE: Readonly<Partial<Record<DialogName, CreateForm>>> = {
  'baggage-claim': (desk) => desk.cases && createClaimForm(desk, desk.cases),
};

export function createForms(desk: Desk): Forms {
  const entries = Object.entries(CREATE).map(([name, create]) => [name, create(desk)] as const);
  return Object.fromEntries(entries.filter(([, form]) => form !== undefined));
}
