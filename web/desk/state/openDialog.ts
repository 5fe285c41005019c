import type { TalkView } from '../../../bot/channels/desk/newCase/wire.js';
import { Store } from './store.js';

/** The window that is open over the page, if any. */
export type OpenDialog =
  | { readonly kind: 'transfer' | 'end' | 'details'; readonly handoff: string }
  /** Without a talk, the agent chooses one of theirs. */
  | { readonly kind: 'new-case'; readonly talk?: TalkView }
  | { readonly kind: 'shortcuts' | 'sign-out' };

export const openDialog = new Store<OpenDialog | undefined>(undefined);

export function showDialog(dialog: OpenDialog): void {
  openDialog.change(() => dialog);
}

export function closeDialog(): void {
  openDialog.change(() => undefined);
}
