import { getElement } from './pageData.js';

const SHOWN_MS = 8000;

/** Says something in passing, to eyes and to screen readers. */
export function showToast(words: string): void {
  const toast = getElement('toast');
  toast.textContent = words;
  toast.classList.add('toast--shown');
  setTimeout(() => toast.classList.remove('toast--shown'), SHOWN_MS);
}
