import type { Desk, Passenger } from '../desk.js';
import { offerPerson } from '../leads.js';
import type { Reply } from '../reply.js';
import type { Emergency } from './findEmergency.js';

/** What comes before everything else when somebody may be in danger: whom to call. A person is offered where none can be called for them. */
export function respondToEmergency(
  emergency: Emergency,
  { language }: Passenger,
  { translate, answers, handoffs }: Pick<Desk, 'translate' | 'answers' | 'handoffs'>,
): Reply {
  const { phone } = answers.readFacts(language);
  const policy = answers.readPolicy(language);
  return {
    text: translate(language, `emergency:words.${emergency}`, { phone, policy }),
    ...(handoffs === undefined && { offers: [offerPerson(translate, language)] }),
    trace: { route: 'handoff' },
  };
}
