import { normaliseText } from '../../faq/understanding/normalise.js';
import { findEmergency } from '../emergency/findEmergency.js';
import type { FormContext } from '../form/definition.js';
import { findWithin } from '../form/wording.js';

/** The first whose words the account holds: what weighs most comes first. */
const FAMILIES = ['health', 'children', 'staff', 'property', 'money', 'delay'] as const;

/** What one says on hearing this: it names what went wrong, and claims no feelings. */
export function chooseSympathy(story: string, { voice, lexicon }: FormContext): string {
  const words = normaliseText(story);
  const isMedical = findEmergency(story, lexicon) === 'medical';
  const family = isMedical
    ? 'health'
    : FAMILIES.find((each) => findWithin(words, lexicon.list(`complaint:families.${each}`)) !== undefined);
  return voice.say(`complaint:sympathy.${family ?? 'other'}`);
}
