import { normaliseText } from '../../faq/understanding/normalise.js';
import type { ConversationData } from '../conversationData.js';
import { findPosition } from '../form/choices.js';
import { listPlainForms } from '../form/commands.js';
import type { FormLexicon } from '../form/lexicon.js';
import type { Lead } from '../offer.js';

/**
 * Where "the first", 第二个 or 都不是 leads after the desk asked which of several things was meant. Other words than
 * these, and the buttons' own, may be the answer to a form's question, which is open beside it.
 */
export function findClarifiedLead(
  text: string,
  { lastReplies, offers }: Pick<ConversationData, 'lastReplies' | 'offers'>,
  lexicon: FormLexicon,
): Lead | undefined {
  const asked = lastReplies?.at(-1)?.trace.route === 'clarify';
  if (!asked || !offers.some(({ lead }) => lead === 'none-of-these')) return undefined;
  const plain = normaliseText(text);
  const none = lexicon.list('form:aside.noneWords');
  if (listPlainForms(plain, lexicon).some((form) => none.includes(form))) return 'none-of-these';
  const meant = offers.filter(({ lead }) => lead !== 'none-of-these');
  const position = findPosition(plain, meant.length, lexicon);
  return position === undefined ? undefined : meant[position]?.lead;
}
