import type { Store } from './webChat.js';

/**
 * Where there is a microphone, Web Chat shows it instead of a send button. This puts one over it as long as something
 * stands in the message box, as messaging apps do.
 */
export function addSendButton(room: HTMLElement, store: Store): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'send';
  button.hidden = true;
  button.dataset['wordLabel'] = 'chat.send';
  button.append(drawArrow());
  button.addEventListener('click', () => {
    store.dispatch({ type: 'WEB_CHAT/SUBMIT_SEND_BOX', payload: { method: 'keyboard' } });
    room.querySelector<HTMLElement>('[data-id=webchat-sendbox-input]')?.focus();
  });
  room.append(button);
  store.subscribe(() => {
    const hasText = (store.getState().sendBoxValue ?? '').trim() !== '';
    if (button.hidden !== hasText) return;
    button.hidden = !hasText;
    room.classList.toggle('chat__room--typing', hasText);
  });
}

function drawArrow(): SVGElement {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', '#icon-send');
  drawing.append(use);
  return drawing;
}
