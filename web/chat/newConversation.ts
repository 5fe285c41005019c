import { getElement } from './pageData.js';

/** Asks before a conversation is left, and calls back when the passenger means it. */
export function offerNewConversation(onConfirm: () => void): void {
  const button = getElement<HTMLButtonElement>('new-conversation');
  const question = getElement<HTMLDialogElement>('ask-new');
  button.addEventListener('click', () => {
    question.returnValue = '';
    question.showModal();
  });
  question.addEventListener('close', () => {
    if (question.returnValue === 'confirm') onConfirm();
    else button.focus();
  });
  question.addEventListener('click', (event) => {
    if (event.target === question) question.close();
  });
}
