import type { Attachment } from 'botbuilder';
import type { Desk, Passenger } from '../desk.js';
import type { Outcome } from '../outcome.js';

/** Above this a message is a document, not a question. */
const MAX_TEXT_LENGTH = 4000;

/** The reply to a message without readable words (empty, a bare file, a document pasted in); undefined for any other. */
export function replyToUnreadable(
  text: string,
  attachments: readonly Attachment[],
  { language }: Passenger,
  desk: Desk,
): Outcome | undefined {
  const key = chooseKey(text, attachments);
  return (
    key && {
      replies: [{ text: desk.translate(language, key), trace: { route: 'none' }, expectsAnswer: true }],
    }
  );
}

function chooseKey(text: string, attachments: readonly Attachment[]) {
  if (text.length > MAX_TEXT_LENGTH) return 'desk:unreadable.tooLong';
  if (removeInvisible(text) !== '') return undefined;
  return attachments.length > 0 ? 'desk:unreadable.attachment' : 'desk:unreadable.empty';
}

function removeInvisible(text: string): string {
  return text.replace(/[\p{C}\p{Z}]/gu, '');
}
