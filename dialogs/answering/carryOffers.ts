import type { Reply } from '../reply.js';

/**
 * Passengers see the last message's buttons: those of an answer in the middle of a form go under the form's question,
 * behind its own. `from` is the first reply of that answer.
 */
export function carryOffers(replies: Reply[], from: number): void {
  const last = replies.at(-1);
  if (last === undefined || from >= replies.length - 1) return;
  const own = last.offers ?? [];
  const carried = replies
    .slice(from, -1)
    .flatMap(({ offers }) => offers ?? [])
    .filter(({ words }) => !own.some((offer) => offer.words === words));
  if (carried.length > 0) replies[replies.length - 1] = { ...last, offers: [...own, ...carried] };
}
