import { normaliseText } from '../../faq/understanding/normalise.js';
import { listPlainForms } from '../form/commands.js';
import type { FormLexicon } from '../form/lexicon.js';

/** What a passenger in the queue or in a talk may want of it, where that is all the message says. */
export type QueueWish = 'leave' | 'end' | 'standing' | 'give-up';

const WORDS = {
  leave: ['handoff:leaveWords', 'handoff:buttons.leave'],
  end: ['handoff:endWords', 'handoff:buttons.end'],
  standing: ['handoff:standingWords'],
  'give-up': ['handoff:givingUpWords'],
} as const;

/** `give-up` is vague ("never mind"): it means the queue only where that was spoken of last. */
export function findQueueWish(text: string, lexicon: FormLexicon): QueueWish | undefined {
  const forms = listPlainForms(normaliseText(text), lexicon);
  return (['leave', 'end', 'standing', 'give-up'] as const).find((wish) => {
    const words = WORDS[wish].flatMap((key) => lexicon.list(key));
    return forms.some((form) => words.includes(form));
  });
}

const ENDINGS = [...WORDS.end, 'handoff:buttons.leave'] as const;

/**
 * Whether a passenger who talks with an agent wants the talk to end: the button under the agent's arrival, or words for
 * just that. "I am not waiting any longer" may be about a flight, and is the agent's to hear.
 */
export function wantsToEndTalk(text: string, lexicon: FormLexicon): boolean {
  const words = ENDINGS.flatMap((key) => lexicon.list(key));
  return listPlainForms(normaliseText(text), lexicon).some((form) => words.includes(form));
}
