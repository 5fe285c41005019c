import type { AssistanceNeed } from '../../services/cases/assistance/assistanceCodes.js';
import type { Voice } from '../form/voice.js';
import { ALL_MEALS, CHAIRS, KINDS, MEDICAL_NEEDS } from './assistanceChoices.js';

/** A need as it was offered; an agent's own code where it was not. */
export function nameNeed(need: AssistanceNeed, { say }: Voice): string {
  const chair = CHAIRS.find((each) => each === need);
  if (chair !== undefined) {
    const field = say('assistance:kinds.wheelchair');
    return say('form:notedOne', { field, value: say(`assistance:chair.${chair}`) });
  }
  const medical = MEDICAL_NEEDS.find((each) => each === need);
  if (medical !== undefined) return say(`assistance:medicalNeed.${medical}`);
  const meal = ALL_MEALS.find((each) => each === need);
  if (meal !== undefined) return say(`assistance:meal.${meal}`);
  const kind = KINDS.find((each) => each === need);
  return kind === undefined ? need : say(`assistance:kinds.${kind}`);
}
