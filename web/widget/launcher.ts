import { chooseWords, readTag } from './tag.js';
import { Panel } from './panel.js';

/** `<script src=".../widget.js" async>` on any page of the airline: a button in the corner that opens the chat. */
function start(): void {
  const tag = readTag();
  if (tag === undefined || document.querySelector(Panel.hostName) !== null) return;
  const show = (): unknown => new Panel(tag, chooseWords(tag.language));
  if (document.body === null) document.addEventListener('DOMContentLoaded', show, { once: true });
  else show();
}

start();
