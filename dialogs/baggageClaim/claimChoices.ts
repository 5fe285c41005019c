import type { BagColour, BagType } from '../../services/cases/claim/bagCodes.js';
import { BAG_COLOURS } from '../../services/cases/claim/bagCodes.js';
import { CLAIM_TYPES } from '../../services/cases/claim/claimDetails.js';

export const PROBLEMS = CLAIM_TYPES;

export const COLOURS = Object.keys(BAG_COLOURS) as [BagColour, ...BagColour[]];

/** The kinds of bag passengers tell apart: fewer than the industry does. */
export const BAG_KINDS = [
  'hard-shell-upright',
  'soft-upright',
  'duffel',
  'backpack',
  'garment-bag',
  'box',
  'stroller',
  'musical-instrument',
  'golf',
  'other',
] as const satisfies readonly BagType[];

/** The choices of a field, with their words under the field's own place in the locale files. */
export function listClaimChoices<Field extends 'type' | 'colour' | 'bagType', Value extends string>(
  field: Field,
  values: readonly Value[],
) {
  return values.map((value) => ({
    value,
    label: `claim:${field}.${value}` as const,
    synonyms: `claim:${field}.${value}Words` as const,
  }));
}
