import { useSyncExternalStore } from 'react';
import { keptTexts } from './keptTexts.js';
import { Store } from './store.js';

const drafts = new Store<Readonly<Record<string, string>>>({});

/** What stands in a chat's box, unsent. */
export function useDraft(handoff: string): string {
  return useSyncExternalStore(drafts.subscribe, () => readDraft(handoff));
}

function readDraft(handoff: string): string {
  return drafts.get()[handoff] ?? keptTexts.readDraft(handoff);
}

export function changeDraft(handoff: string, text: string): void {
  keptTexts.keepDraft(handoff, text);
  drafts.change((all) => ({ ...all, [handoff]: text }));
}

/** Adds to what is there, on a line of its own. */
export function insertIntoDraft(handoff: string, text: string): void {
  const before = readDraft(handoff).trimEnd();
  changeDraft(handoff, before ? `${before}\n${text}` : text);
}
