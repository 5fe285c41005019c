import { Store } from './store.js';

/** The window that is open over the page, if any. */
export type OpenDialog =
  | { readonly kind: 'transfer' | 'end' | 'details'; readonly handoff: string }
  | { readonly kind: 'shortcuts' | 'sign-out' };

export const openDialog = new Store<OpenDialog | undefined>(undefined);

export function showDialog(dialog: OpenDialog): void {
  openDialog.change(() => dialog);
}

export function closeDialog(): void {
  openDialog.change(() => undefined);
}
