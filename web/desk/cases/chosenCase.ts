import { Store } from '../state/store.js';

/** The reference of the case that is read. */
export const chosenCase = new Store<string | undefined>(undefined);

export function showCase(reference: string | undefined): void {
  chosenCase.change(() => reference);
}
