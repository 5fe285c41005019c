import type { Floor, FloorAgent } from '../../../services/desk/floor.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import { RULES } from './floors.js';

/** The order of service once more, written from its description and not from the code under test. */
function isBefore(a: Handoff, b: Handoff, now: Date): boolean {
  const isUrgent = ({ priority, opened }: Handoff) =>
    priority === 'assistance' || now.getTime() - Date.parse(opened) > RULES.longWaitMs;
  for (const isFirst of [
    ({ priority }: Handoff) => priority === 'emergency',
    ({ priority, atHead }: Handoff) => priority !== 'emergency' && atHead,
    (each: Handoff) => each.priority !== 'emergency' && isUrgent(each),
  ]) {
    if (isFirst(a) !== isFirst(b)) return isFirst(a);
    if (isFirst(a)) break;
  }
  return `${a.opened} ${a.id}` < `${b.opened} ${b.id}`;
}

function isRight({ languages, skills, role }: FloorAgent, { language, skill, priority }: Handoff): boolean {
  if (priority === 'emergency') return true;
  const reads = languages.some((each) => language === each || language.startsWith(`${each}-`));
  return reads && (skill === undefined || role === 'supervisor' || skills.includes(skill));
}

/** Somebody who should have been taken instead: before the one taken, and as right or better for this agent. */
export function findMisplacedTake(
  before: Floor,
  taken: string,
  agentId: string,
  now: Date,
): Handoff | undefined {
  const agent = before.agents[agentId]!;
  const chosen = before.handoffs[taken]!;
  const rate = (handoff: Handoff): number => {
    if (!isRight(agent, handoff)) return handoff.language.startsWith(agent.languages[0]!) ? 1 : 0;
    return handoff.avoidedAgent === agent.id && handoff.priority !== 'emergency' ? 2 : 3;
  };
  return Object.values(before.handoffs)
    .filter(({ id, lease }) => id !== taken && !lease)
    .find((other) => {
      if (rate(other) !== rate(chosen) && (rate(other) > 1 || rate(chosen) > 1))
        return rate(other) > rate(chosen);
      return rate(other) === rate(chosen) && rate(chosen) > 1 && isBefore(other, chosen, now);
    });
}
