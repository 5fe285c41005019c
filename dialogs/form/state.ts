import { z } from 'zod';
import type { Json } from '../../services/eventLog.js';
import type { Field, FormDefinition, Slots } from './definition.js';

/** A question that stands between the passenger and the form's own questions. */
export type Pending =
  | { readonly kind: 'cancel' }
  /** Leave for something else: where to, and the words that asked for it. */
  | { readonly kind: 'leave'; readonly lead: string; readonly name: string; readonly text: string }
  /** What to change. */
  | { readonly kind: 'change' }
  /** Which of several values was meant. */
  | { readonly kind: 'which'; readonly field: string; readonly values: readonly Json[] };

/** Where a form stands: all of it is stored between turns. */
export interface FormState {
  readonly slots: Slots;
  /** The field asked for; absent while the read-back waits for its yes, and at the end. */
  readonly asking?: string;
  /** The fields answered or skipped by the passenger, in that order: the way back. */
  readonly path: readonly string[];
  readonly skipped: readonly string[];
  /** Answers in a row that a field could not take. */
  readonly failures: Readonly<Record<string, number>>;
  readonly pending?: Pending;
  /** What the last read-back showed: a yes confirms exactly this. */
  readonly shown?: string;
  readonly phase: 'asking' | 'reviewing' | 'submitting' | 'done' | 'cancelled';
  readonly filingKey: string;
  /** ISO 8601: when the passenger last said something to it. */
  readonly touchedAt: string;
}

export function createFormState(filingKey: string, now: Date): FormState {
  return {
    slots: {},
    path: [],
    skipped: [],
    failures: {},
    phase: 'asking',
    filingKey,
    touchedAt: now.toISOString(),
  };
}

/** The fields that matter for what is known so far, in order. */
export function listApplicable(definition: Pick<FormDefinition, 'fields'>, slots: Slots): Field[] {
  return definition.fields.filter((field) => field.appliesTo?.(slots) ?? true);
}

export function findField(definition: FormDefinition, name: string | undefined): Field | undefined {
  return definition.fields.find((field) => field.name === name);
}

/** The first field still to be told. */
export function findNextField(definition: FormDefinition, state: FormState): Field | undefined {
  return listApplicable(definition, state.slots).find(
    (field) =>
      state.slots[field.name] === undefined &&
      !state.skipped.includes(field.name) &&
      !field.unasked?.(state.slots),
  );
}

/** The slots that would be filed: those of fields that apply. */
export function selectSlots(definition: FormDefinition, slots: Slots): Slots {
  const applicable = listApplicable(definition, slots).map(({ name }) => name);
  const known = definition.fields.map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(slots).filter(([name, value]) => {
      return value !== undefined && (applicable.includes(name) || !known.includes(name));
    }),
  );
}

/** Names exactly these values: the same for the same values, whatever the order they came in. */
export function sealSlots(slots: Slots): string {
  return JSON.stringify(Object.entries(slots).sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function fillSlot(state: FormState, field: string, value: Json): FormState {
  return {
    ...state,
    slots: { ...state.slots, [field]: value },
    skipped: state.skipped.filter((name) => name !== field),
    failures: { ...state.failures, [field]: 0 },
  };
}

/** Notes that the passenger has been through this field. */
export function passField(state: FormState, field: string): FormState {
  return { ...state, path: [...state.path.filter((name) => name !== field), field] };
}

const slotsSchema = z.record(z.string(), z.json());
const pendingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel') }),
  z.object({ kind: z.literal('change') }),
  z.object({ kind: z.literal('leave'), lead: z.string(), name: z.string(), text: z.string() }),
  z.object({ kind: z.literal('which'), field: z.string(), values: z.array(z.json()) }),
]);
const stateSchema = z.object({
  slots: slotsSchema,
  asking: z.string().optional(),
  path: z.array(z.string()),
  skipped: z.array(z.string()),
  failures: z.record(z.string(), z.number()),
  pending: pendingSchema.optional(),
  shown: z.string().optional(),
  phase: z.enum(['asking', 'reviewing', 'submitting', 'done', 'cancelled']),
  filingKey: z.string(),
  touchedAt: z.string(),
});

/** What was stored, by whatever version of the program; undefined where it is no form's state. */
export function readFormState(stored: unknown): FormState | undefined {
  const parsed = stateSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
