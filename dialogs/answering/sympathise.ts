import type { Understood } from '../../faq/understanding/route.js';
import type { Desk, Passenger } from '../desk.js';
import type { Outcome } from '../outcome.js';

/** One kind sentence before the answer to a passenger who sounds upset; the answer itself stays as it was approved. */
export function sympathise(
  outcome: Outcome,
  { upset }: Pick<Understood, 'upset'>,
  { language }: Passenger,
  desk: Desk,
): Outcome {
  const [first, ...rest] = outcome.replies;
  if (!upset || first === undefined || !first.trace.route.startsWith('faq:')) return outcome;
  const text = `${desk.translate(language, 'desk:answer.sympathy')}\n\n${first.text}`;
  return { ...outcome, replies: [{ ...first, text }, ...rest] };
}
