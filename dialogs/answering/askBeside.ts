import type { Understood } from '../../faq/understanding/route.js';
import type { Voice } from '../form/voice.js';
import type { Reply } from '../reply.js';

/**
 * A question of the desk's in the middle of a form: one message with the form's own question in it, which may be
 * answered instead. Its buttons are the desk's: one of them brings back the form's.
 */
export function askBeside(asked: Reply, open: Reply | undefined, { say }: Voice): Reply {
  // A read-back ends with what it asks; no need to show it all again.
  const question = open?.text.split('\n\n').at(-1);
  if (question === undefined) return asked;
  if (asked.trace.route === 'clarify') return { ...asked, text: say('form:aside.clarify', { question }) };
  return { ...asked, text: `${asked.text}\n\n${say('form:aside.orAnswer', { question })}` };
}

/** What may have been meant in the middle of a form: not the form itself. */
export function dropRoute<Meant extends Pick<Understood, 'candidates'>>(meant: Meant, route: string): Meant {
  return { ...meant, candidates: meant.candidates.filter((candidate) => candidate.route !== route) };
}
