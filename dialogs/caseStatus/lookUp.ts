import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { readKey } from './verified.js';
import type { Slots, Submission, SubmitContext } from '../form/definition.js';
import type { Offer } from '../offer.js';
import { showMoment } from '../showMoment.js';

/** The cases a passenger can look up. */
export type LookUpKind = 'claim' | 'complaint' | 'assistance' | 'message';

type LookedUp<K extends LookUpKind> =
  | { readonly found: Case<K> }
  /** There is none to show; this is what becomes of the form. */
  | { readonly found?: undefined; readonly submission: Submission };

/** Finds the case for who knows its reference and the family name on it; one answer, whichever of the two is wrong. */
export async function lookUp<K extends LookUpKind>(
  kind: K,
  cases: CaseDesk,
  slots: Slots,
  { voice, passengerId, timeZone }: SubmitContext & { readonly timeZone: string },
): Promise<LookedUp<K>> {
  const { reference, name } = readKey(slots);
  const lookup = await cases.findByReferenceAndName({
    reference,
    familyName: name,
    askedBy: passengerId,
  });
  if (lookup.outcome === 'too-many-tries') {
    const time = showMoment(lookup.retryAt, voice.language, timeZone);
    const text = voice.say('caseStatus:tooMany', { time });
    const person: Offer = { words: voice.say('desk:quickStarts.person'), lead: 'handoff' };
    return { submission: { kind: 'done', replies: [{ text, offers: [person] }] } };
  }
  if (lookup.outcome === 'found' && lookup.case.kind === kind) return { found: lookup.case as Case<K> };
  return {
    submission: {
      kind: 'more',
      slots: { reference: null, name: null, verified: null },
      text: voice.say('caseStatus:noMatch'),
    },
  };
}
