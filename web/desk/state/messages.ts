import { Store } from './store.js';

export interface Toast {
  readonly id: number;
  readonly kind: 'info' | 'problem';
  readonly text: string;
}

const SHOWN_MS = 7_000;
const MOST = 3;

let lastId = 0;

/** Short messages in a corner of the page. Problems stay until dismissed. */
export const toasts = new Store<readonly Toast[]>([]);

/** What screen readers say next. */
export const announcement = new Store<string>('');

export function showToast(kind: Toast['kind'], text: string): void {
  const toast = { id: ++lastId, kind, text };
  toasts.change((shown) => [...shown.filter((each) => each.text !== text), toast].slice(-MOST));
  if (kind === 'info') setTimeout(() => dismissToast(toast.id), SHOWN_MS);
}

export function dismissToast(id: number): void {
  toasts.change((shown) => shown.filter((toast) => toast.id !== id));
}

export function announce(text: string): void {
  announcement.change(() => text);
}
