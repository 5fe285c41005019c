import type { Desk, Passenger } from '../desk.js';
import { offerPerson } from '../leads.js';
import type { Reply } from '../reply.js';
import type { Emergency } from './findEmergency.js';

/** What comes before everything else when somebody may be in danger: whom to call, and a person. */
export function respondToEmergency(
  emergency: Emergency,
  { language }: Passenger,
  { translate, answers }: Pick<Desk, 'translate' | 'answers'>,
): Reply {
  const { phone } = answers.readFacts(language);
  return {
    text: translate(language, `emergency:words.${emergency}`, { phone }),
    offers: [offerPerson(translate, language)],
    trace: { route: 'handoff' },
  };
}
