/**
 * The industry's codes for what a bag looks like. The passenger chooses words; agents see the codes. Only those in
 * `VERIFIED` were found in a source; the others are customary and are to be checked before they go to another system.
 */
export const BAG_COLOURS = {
  white: 'WT',
  black: 'BK',
  grey: 'GY',
  blue: 'BU',
  purple: 'PU',
  red: 'RD',
  yellow: 'YW',
  beige: 'BE',
  brown: 'BN',
  green: 'GN',
  'multi-colour': 'MC',
  patterned: 'PR',
} as const;
export type BagColour = keyof typeof BAG_COLOURS;

export const BAG_TYPES = {
  'hard-shell-horizontal': '01',
  'hard-shell-upright': '02',
  'soft-upright': '22',
  'soft-horizontal': '23',
  'expandable-upright': '27',
  duffel: '25',
  backpack: '29',
  'garment-bag': '20',
  briefcase: '06',
  'laptop-bag': '26',
  'woven-bag': '28',
  'plastic-bag': '09',
  box: '10',
  'child-seat': '71',
  stroller: '72',
  wheelchair: '73',
  golf: '62',
  bicycle: '63',
  surfboard: '65',
  skis: '66',
  'musical-instrument': '85',
  other: '99',
} as const;
export type BagType = keyof typeof BAG_TYPES;

/** Material first, then what is on the outside; a code takes up to three. */
export const BAG_EXTERNALS = {
  'dual-soft-hard': 'D',
  leather: 'L',
  metal: 'M',
  rigid: 'R',
  tweed: 'T',
  'combination-lock': 'C',
  'retractable-handle': 'H',
  straps: 'S',
  wheels: 'W',
} as const;
export type BagExternal = keyof typeof BAG_EXTERNALS;

const VERIFIED = new Set(['BK', '22', 'R', 'H', 'W']);
const EXTERNALS_IN_CODE = 3;

export interface BagLook {
  readonly colour?: BagColour | undefined;
  readonly type?: BagType | undefined;
  readonly externals?: readonly BagExternal[] | undefined;
}

export interface BagCode {
  /** `BK22RHW`; a part the passenger did not tell is left out. */
  readonly code: string;
  /** False when one of its parts was not found in a source. */
  readonly verified: boolean;
}

export function getBagCode({ colour, type, externals = [] }: BagLook): BagCode {
  const order = Object.keys(BAG_EXTERNALS);
  const letters = [...new Set(externals)]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .slice(0, EXTERNALS_IN_CODE)
    .map((external) => BAG_EXTERNALS[external]);
  const parts = [colour && BAG_COLOURS[colour], type && BAG_TYPES[type], ...letters].filter(
    (part) => part !== undefined,
  );
  return { code: parts.join(''), verified: parts.every((part) => VERIFIED.has(part)) };
}
