import { z } from 'zod';
import type { AssistanceNeed } from '../../services/cases/assistance/assistanceCodes.js';
import type { AssistanceInput } from '../../services/cases/assistance/assistanceDetails.js';
import type { Field, Slots, SubmitContext } from '../form/definition.js';
import type { Voice } from '../form/voice.js';
import { ALL_MEALS, CHAIRS, KINDS, MEDICAL_NEEDS } from './assistanceChoices.js';

const needsSchema = z.object({
  kinds: z.array(z.enum(KINDS)),
  chair: z.enum(CHAIRS).optional(),
  medicalNeed: z.enum(MEDICAL_NEEDS).optional(),
  meal: z.enum(ALL_MEALS).optional(),
});
const slotsSchema = needsSchema.extend({
  flight: z.string(),
  date: z.string(),
  name: z.string(),
  contact: z.object({ phone: z.string().optional(), email: z.string().optional() }),
});

/** What was told of a need beside the need itself goes into the notes. */
const NOTED = ['childAge', 'handOver', 'weeks', 'baby', 'condition', 'animal', 'notes'];

/** What the airline's cases take, from what the passenger told and confirmed. */
export function describeAssistance(
  confirmed: Slots,
  fields: readonly Field[],
  context: SubmitContext,
): AssistanceInput {
  const slots = slotsSchema.parse(confirmed);
  const { flight, date, name, contact } = slots;
  return {
    needs: listNeeds(slots),
    flight,
    date,
    name,
    contact,
    notes: describeNotes(confirmed, fields, context.voice),
    filer: { id: context.passengerId, conversation: context.reference, language: context.voice.language },
  };
}

/** The needs and the day, as far as the notice they take can be judged by them. */
export function readTimelinessFacts(slots: Slots): { needs: AssistanceNeed[]; date: string } | undefined {
  const read = slotsSchema
    .pick({ kinds: true, chair: true, medicalNeed: true, meal: true, date: true })
    .safeParse(slots);
  return read.success ? { needs: listNeeds(read.data), date: read.data.date } : undefined;
}

function listNeeds({ kinds, chair, medicalNeed, meal }: z.infer<typeof needsSchema>): AssistanceNeed[] {
  const detailed = {
    wheelchair: chair ?? 'wheelchair-ramp',
    medical: medicalNeed ?? 'medical',
    meal: meal ?? 'meal-other',
  } as const;
  return kinds.map((kind) =>
    kind === 'wheelchair' || kind === 'medical' || kind === 'meal' ? detailed[kind] : kind,
  );
}

function describeNotes(slots: Slots, fields: readonly Field[], voice: Voice): string | undefined {
  const lines = fields.flatMap((field) => {
    const value = slots[field.name];
    if (value === undefined || !NOTED.includes(field.name)) return [];
    return [voice.say('form:notedOne', { field: field.label(voice), value: field.show(value, voice) })];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}
