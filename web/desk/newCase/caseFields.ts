import type { NewCaseField, NewCaseKind } from '../../../bot/channels/desk/newCase/wire.js';

export const NEW_CASE_KINDS = ['claim', 'complaint', 'message'] as const satisfies readonly NewCaseKind[];

/** What is filled in, by field. */
export type Values = Readonly<Partial<Record<NewCaseField, string>>>;

export interface CaseField {
  readonly name: NewCaseField;
  readonly form: 'line' | 'story' | 'day' | 'moment' | 'choice' | 'switch';
  readonly needed?: boolean;
  /** Of a choice: named under `caseValue`. */
  readonly choices?: readonly string[];
  readonly appliesTo?: (values: Values) => boolean;
}

const PROBLEMS = ['delayed', 'damaged', 'missing-contents', 'lost'] as const;
const COLOURS = [
  ...['black', 'grey', 'blue', 'red', 'green', 'brown', 'beige', 'white', 'yellow', 'purple'],
  ...['multi-colour', 'patterned'],
] as const;
const BAG_TYPES = [
  ...['hard-shell-upright', 'hard-shell-horizontal', 'soft-upright', 'soft-horizontal', 'expandable-upright'],
  ...['duffel', 'backpack', 'garment-bag', 'briefcase', 'laptop-bag', 'woven-bag', 'plastic-bag', 'box'],
  ...['child-seat', 'stroller', 'wheelchair', 'golf', 'bicycle', 'surfboard', 'skis', 'musical-instrument'],
  'other',
] as const;
const CATEGORIES = [
  ...['flight-disruption', 'booking-ticketing', 'refund', 'baggage', 'check-in-boarding', 'cabin-service'],
  ...[
    'staff-attitude',
    'special-assistance',
    'overbooking',
    'membership',
    'payment-invoice',
    'privacy',
    'other',
  ],
] as const;

const CONTACT: readonly CaseField[] = [
  { name: 'phone', form: 'line' },
  { name: 'email', form: 'line' },
];

/** What each kind of case asks for, in this order; the service decides whether it is enough and right. */
const FIELDS: Readonly<Record<NewCaseKind, readonly CaseField[]>> = {
  claim: [
    { name: 'type', form: 'choice', choices: PROBLEMS, needed: true },
    { name: 'flight', form: 'line', needed: true },
    { name: 'date', form: 'day', needed: true },
    { name: 'station', form: 'line', needed: true },
    { name: 'receivedDay', form: 'day', appliesTo: ({ type }) => type !== 'lost' },
    { name: 'name', form: 'line', needed: true },
    ...CONTACT,
    { name: 'tags', form: 'line' },
    { name: 'looks', form: 'story' },
    { name: 'colour', form: 'choice', choices: COLOURS },
    { name: 'bagType', form: 'choice', choices: BAG_TYPES },
    { name: 'contents', form: 'story' },
    { name: 'address', form: 'story', appliesTo: ({ type }) => type === undefined || type === 'delayed' },
  ],
  complaint: [
    { name: 'category', form: 'choice', choices: CATEGORIES, needed: true },
    { name: 'text', form: 'story', needed: true },
    { name: 'wish', form: 'story' },
    { name: 'flight', form: 'line' },
    { name: 'date', form: 'day' },
    { name: 'booking', form: 'line' },
    { name: 'name', form: 'line', needed: true },
    ...CONTACT,
    { name: 'urgent', form: 'switch' },
  ],
  message: [
    { name: 'text', form: 'story', needed: true },
    { name: 'name', form: 'line', needed: true },
    ...CONTACT,
    { name: 'callBack', form: 'moment' },
  ],
};

/** The fields that matter for what is filled in so far. */
export function listFields(kind: NewCaseKind, values: Values): readonly CaseField[] {
  return FIELDS[kind].filter(({ appliesTo }) => appliesTo?.(values) ?? true);
}

/** What is sent: values of fields that are shown, moments as the service knows them. */
export function selectValues(kind: NewCaseKind, values: Values): Values {
  return Object.fromEntries(
    listFields(kind, values).flatMap(({ name, form }) => {
      const value = values[name]?.trim() ?? '';
      if (value === '') return [];
      return [[name, form === 'moment' ? new Date(value).toISOString() : value]];
    }),
  );
}
