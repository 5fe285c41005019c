import { focusWhenThere, nameComposer } from '../parts/focus.js';
import type { Desk } from '../state/desk.js';

/** Takes whoever is next and goes to where to answer. Rejects with a `Refusal`. */
export async function takeNext(desk: Desk): Promise<void> {
  const handoff = await desk.take({ do: 'take' });
  if (handoff !== undefined) focusWhenThere(nameComposer(handoff));
}
