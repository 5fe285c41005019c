import type { z } from 'zod';
import { readEmail, readPhone } from '../../../../dialogs/form/fields/contactField.js';
import { chooseCarriage } from '../../../../dialogs/baggageClaim/chooseCarriage.js';
import { getLocalDay } from '../../../../services/calendar.js';
import { claimDetailsSchema } from '../../../../services/cases/claim/claimDetails.js';
import { complaintDetailsSchema } from '../../../../services/cases/complaint/complaintDetails.js';
import { messageDetailsSchema } from '../../../../services/cases/message/messageDetails.js';
import { normalizeDesignator } from '../../../../services/flights/designator.js';
import type { FieldProblem, NewCaseField, NewCaseKind } from './wire.js';

export type Fields = Readonly<Partial<Record<NewCaseField, string>>>;

const SCHEMAS = {
  claim: claimDetailsSchema.omit({ filer: true, photos: true }),
  complaint: complaintDetailsSchema.omit({ filer: true, photos: true }),
  message: messageDetailsSchema.omit({ filer: true }),
} as const;
export type ReadDetails = {
  [Kind in NewCaseKind]: { readonly kind: Kind; readonly details: z.output<(typeof SCHEMAS)[Kind]> };
}[NewCaseKind];

/** Nowhere does a day begin earlier. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

/** Where the domain's names differ from those of the form. */
const FIELD_OF: Readonly<Record<string, NewCaseField>> = {
  contact: 'phone',
  'contact.phone': 'phone',
  'contact.email': 'email',
  'appearance.words': 'looks',
  'appearance.colour': 'colour',
  'appearance.type': 'bagType',
  deliveryAddress: 'address',
};

/** What an agent filled in as the airline's cases take it, or what is wrong with it, field by field. */
export function readFields(
  kind: NewCaseKind,
  typed: Fields,
  now: Date,
): ReadDetails | { readonly problems: readonly FieldProblem[] } {
  const fields = dropEmpty(typed);
  const own = listOwnProblems(kind, fields, now);
  const read = SCHEMAS[kind].safeParse(DESCRIBE[kind](fields));
  if (read.success && own.length === 0) return { kind, details: read.data } as ReadDetails;
  const found = (read.error?.issues ?? []).map(({ path }) => nameField(path));
  const problems = found
    .filter((field) => !own.some((problem) => problem.field === field))
    .map((field): FieldProblem => ({ field, problem: fields[field] === undefined ? 'missing' : 'invalid' }));
  return { problems: [...own, ...new Map(problems.map((each) => [each.field, each])).values()] };
}

function dropEmpty(typed: Fields): Fields {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
}

const DESCRIBE: Readonly<Record<NewCaseKind, (fields: Fields) => unknown>> = {
  claim: ({ looks, colour, bagType, tags, contents, address, ...fields }) => ({
    type: fields.type,
    ...describeTrip(fields),
    station: fields.station?.toUpperCase(),
    carriage: chooseCarriage(fields.station?.toUpperCase()),
    receivedDay: fields.receivedDay,
    name: fields.name,
    tags: splitTags(tags),
    appearance: { words: looks, colour, type: bagType },
    contents,
    deliveryAddress: address,
    contact: describeContact(fields),
  }),
  complaint: (fields) => ({
    category: fields.category,
    text: fields.text,
    ...describeTrip(fields),
    booking: fields.booking,
    wish: fields.wish,
    name: fields.name,
    urgent: fields.urgent === 'true',
    contact: describeContact(fields),
  }),
  message: (fields) => ({
    text: fields.text,
    name: fields.name,
    callBack: fields.callBack,
    contact: describeContact(fields),
  }),
};

function describeTrip({ flight, date }: Fields) {
  return { flight: flight === undefined ? undefined : (normalizeDesignator(flight) ?? flight), date };
}

function describeContact({ phone, email }: Fields) {
  return {
    phone: phone === undefined ? undefined : readPhone(phone),
    email: email === undefined ? undefined : readEmail(email),
  };
}

/** Written with commas or lines between them; blanks within one do not matter. */
function splitTags(tags = ''): string[] {
  return tags
    .normalize('NFKC')
    .toUpperCase()
    .split(/[,;、\n]/u)
    .map((tag) => tag.replace(/[\s.-]/g, ''))
    .filter((tag) => tag !== '');
}

/** What the domain does not look at, and dialogs do not let pass either. */
function listOwnProblems(kind: NewCaseKind, fields: Fields, now: Date): FieldProblem[] {
  const { phone, email, callBack } = fields;
  const today = getLocalDay(now, EARLIEST_ZONE);
  const ahead = (['date', 'receivedDay'] as const).filter(
    (name) => kind === 'claim' && (fields[name] ?? '') > today,
  );
  const unreadable: NewCaseField[] = [
    ...(phone !== undefined && readPhone(phone) === undefined ? (['phone'] as const) : []),
    ...(email !== undefined && readEmail(email) === undefined ? (['email'] as const) : []),
  ];
  const isCall = kind === 'message' && callBack !== undefined;
  const isPast = isCall && Date.parse(callBack) <= now.getTime();
  return [
    ...ahead.map((field): FieldProblem => ({ field, problem: 'ahead' })),
    ...unreadable.map((field): FieldProblem => ({ field, problem: 'invalid' })),
    ...(isPast ? [{ field: 'callBack', problem: 'past' } as const] : []),
    ...(isCall && phone === undefined ? [{ field: 'phone', problem: 'missing' } as const] : []),
  ];
}

function nameField(path: readonly PropertyKey[]): NewCaseField {
  const names = path.filter((part) => typeof part === 'string');
  const full = names.join('.');
  return FIELD_OF[full] ?? (names[0] as NewCaseField);
}
