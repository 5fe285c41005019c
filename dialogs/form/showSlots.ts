import type { FormDefinition, Slots } from './definition.js';
import { listApplicable } from './state.js';
import type { Voice } from './voice.js';

/** Everything that was told, a line each, for a summary to keep. */
export function showSlots(definition: Pick<FormDefinition, 'fields'>, slots: Slots, voice: Voice): string {
  return listApplicable(definition, slots)
    .flatMap((field) => {
      const value = slots[field.name];
      if (value === undefined) return [];
      return [voice.say('form:review.line', { field: field.label(voice), value: field.show(value, voice) })];
    })
    .join('\n');
}
