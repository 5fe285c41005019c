import { normaliseText } from '../../faq/understanding/normalise.js';
import type { Route } from '../../faq/understanding/route.js';
import { findReferences } from '../../services/cases/references.js';
import type { FormName } from '../formName.js';
import type { Lead } from '../offer.js';
import type { Turn } from '../turn.js';
import type { LookUpKind } from './lookUp.js';

const LOOK_UPS = {
  claim: 'baggage-claim-status',
  complaint: 'complaint-status',
  assistance: 'assistance-status',
  message: 'message-status',
} as const satisfies Record<LookUpKind, FormName>;

/** One look-up is left for another without a question: nothing is lost by it. */
export const CASE_LOOK_UPS: readonly string[] = Object.values(LOOK_UPS).map((name) => `dialog:${name}`);

/** Words that speak of a case and want something else than to see it. */
const OTHER_WISHES: readonly Route[] = ['handoff', 'dialog:complaint', 'dialog:baggage-claim', 'language'];

/**
 * The look-up of the case whose reference was given, whatever is being done. Where a form takes something down, and
 * where the words have a meaning of their own, only a bare reference leads away; in another look-up, any.
 */
export function findReferenceLead(
  { text, understood, data }: Pick<Turn, 'text' | 'understood' | 'data'>,
  form: FormName | undefined,
): Lead | undefined {
  const { fileReferences = [], complaintReferences = [] } = understood.entities;
  const found = [
    ...fileReferences.map(({ text: said }) => ({ kind: 'claim' as const, said })),
    ...complaintReferences.map(({ text: said }) => ({ kind: 'complaint' as const, said })),
    ...findReferences('assistance', text).map((said) => ({ kind: 'assistance' as const, said })),
    ...findReferences('message', text).map((said) => ({ kind: 'message' as const, said })),
  ];
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return undefined;
  const target = LOOK_UPS[only.kind];
  const lead = `dialog:${target}` as const;
  if (form === target) return undefined;
  if (isLookUp(form)) return lead;
  const isBare = normaliseText(text) === normaliseText(only.said);
  if (isBare) return data.awaitsOwnWords ? undefined : lead;
  if (form !== undefined || OTHER_WISHES.includes(understood.route)) return undefined;
  const hasOwnMeaning = understood.route !== 'none' && understood.route !== 'clarify';
  // The other kinds have routes of their own, which such words lead to.
  const isRouted = only.kind === 'claim' || only.kind === 'complaint';
  return hasOwnMeaning && isRouted ? undefined : lead;
}

function isLookUp(form: FormName | undefined): boolean {
  return Object.values<FormName | undefined>(LOOK_UPS).includes(form);
}
