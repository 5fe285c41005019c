/** A need, the industry's code for it, and how sure the code is. */
interface AssistanceCode {
  readonly code: string;
  /** Whether the code was found in a source; the others are to be checked before they go to another system. */
  readonly verified: boolean;
  /** Which of the notice periods applies. */
  readonly notice: NoticeKind;
}

export const NOTICE_KINDS = [
  'standard',
  'wheelchair',
  'minor',
  'bassinet',
  'clearance',
  'oxygen',
  'animal',
  'pet',
  'meal',
  'kosher',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Keyed by what the passenger needs; the codes are for agents and other systems. */
export const ASSISTANCE_NEEDS = {
  'wheelchair-ramp': { code: 'WCHR', verified: true, notice: 'wheelchair' },
  'wheelchair-steps': { code: 'WCHS', verified: true, notice: 'wheelchair' },
  'wheelchair-seat': { code: 'WCHC', verified: true, notice: 'wheelchair' },
  'unaccompanied-minor': { code: 'UMNR', verified: true, notice: 'minor' },
  // No code of its own: MAAS, with the weeks in the words that go with it.
  pregnant: { code: 'MAAS', verified: false, notice: 'standard' },
  bassinet: { code: 'BSCT', verified: true, notice: 'bassinet' },
  blind: { code: 'BLND', verified: true, notice: 'standard' },
  deaf: { code: 'DEAF', verified: true, notice: 'standard' },
  'intellectual-disability': { code: 'DPNA', verified: true, notice: 'standard' },
  'meet-and-assist': { code: 'MAAS', verified: true, notice: 'standard' },
  medical: { code: 'MEDA', verified: true, notice: 'clearance' },
  stretcher: { code: 'STCR', verified: true, notice: 'clearance' },
  oxygen: { code: 'OXYG', verified: true, notice: 'oxygen' },
  'service-animal': { code: 'SVAN', verified: false, notice: 'animal' },
  'pet-in-cabin': { code: 'PETC', verified: true, notice: 'pet' },
  'meal-vegetarian-asian': { code: 'AVML', verified: true, notice: 'meal' },
  'meal-vegan': { code: 'VGML', verified: true, notice: 'meal' },
  'meal-vegetarian': { code: 'VLML', verified: true, notice: 'meal' },
  'meal-vegetarian-oriental': { code: 'VOML', verified: true, notice: 'meal' },
  'meal-jain': { code: 'VJML', verified: true, notice: 'meal' },
  'meal-raw': { code: 'RVML', verified: true, notice: 'meal' },
  'meal-halal': { code: 'MOML', verified: true, notice: 'meal' },
  'meal-kosher': { code: 'KSML', verified: true, notice: 'kosher' },
  'meal-hindu': { code: 'HNML', verified: true, notice: 'meal' },
  'meal-child': { code: 'CHML', verified: true, notice: 'meal' },
  'meal-baby': { code: 'BBML', verified: true, notice: 'meal' },
  'meal-diabetic': { code: 'DBML', verified: true, notice: 'meal' },
  'meal-gluten-free': { code: 'GFML', verified: true, notice: 'meal' },
  'meal-low-salt': { code: 'LSML', verified: true, notice: 'meal' },
  'meal-low-fat': { code: 'LFML', verified: true, notice: 'meal' },
  'meal-low-calorie': { code: 'LCML', verified: false, notice: 'meal' },
  'meal-low-protein': { code: 'LPML', verified: true, notice: 'meal' },
  'meal-lactose-free': { code: 'NLML', verified: true, notice: 'meal' },
  'meal-bland': { code: 'BLML', verified: true, notice: 'meal' },
  'meal-high-fibre': { code: 'HFML', verified: true, notice: 'meal' },
  'meal-low-purine': { code: 'PRML', verified: true, notice: 'meal' },
  'meal-fruit': { code: 'FPML', verified: true, notice: 'meal' },
  'meal-seafood': { code: 'SFML', verified: true, notice: 'meal' },
  'meal-other': { code: 'SPML', verified: true, notice: 'meal' },
} as const satisfies Readonly<Record<string, AssistanceCode>>;

export type AssistanceNeed = keyof typeof ASSISTANCE_NEEDS;
export const ASSISTANCE_NEED_NAMES = Object.keys(ASSISTANCE_NEEDS) as [AssistanceNeed, ...AssistanceNeed[]];
