import type { CaseDraft, NewCaseKind } from '../../../bot/channels/desk/newCase/wire.js';
import { createId } from '../state/createId.js';
import { Store } from '../state/store.js';
import type { Values } from './caseFields.js';

/** A form as far as it is filled in. */
export interface CaseForm {
  /** Sent with it each time: it is filed once. */
  readonly key: string;
  readonly kind: NewCaseKind;
  readonly values: Values;
  readonly files: number;
  readonly attachFiles: boolean;
}

/** By handoff: what an agent began stays until it is filed, also when the window is closed in between. */
export const caseForms = new Store<Readonly<Record<string, CaseForm>>>({});

export function beginForm(handoff: string, { kind, known, files }: CaseDraft): void {
  const form = { key: createId(), kind, values: known, files, attachFiles: files > 0 };
  caseForms.change((all) => ({ ...all, [handoff]: all[handoff] ?? form }));
}

export function changeForm(handoff: string, change: Partial<CaseForm>): void {
  caseForms.change((all) => {
    const form = all[handoff];
    return form ? { ...all, [handoff]: { ...form, ...change } } : all;
  });
}

export function forgetForm(handoff: string): void {
  caseForms.change((all) => Object.fromEntries(Object.entries(all).filter(([each]) => each !== handoff)));
}
