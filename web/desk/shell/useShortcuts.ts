import { useEffect } from 'react';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { takeNext } from '../queue/takeNext.js';
import type { Desk } from '../state/desk.js';
import { findFocused, isMine, listOpenChats } from '../state/deskState.js';
import { showToast } from '../state/messages.js';
import { openDialog, showDialog } from '../state/openDialog.js';
import { readRefusalCode } from '../state/refusal.js';
import { changeSettings, settings } from '../state/settings.js';
import { useDesk } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

const WRITES = 'input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=dialog] *';

/**
 * The keyboard's ways through the page. Letters count only while nobody writes and no window is open, and can be
 * switched off; keys with Alt count always. By `code`: an input method or a Mac's Alt turns `key` into something else.
 */
export function useShortcuts(): void {
  const desk = useDesk();
  const { wordFor } = useWords();
  useEffect(() => {
    function follow(event: KeyboardEvent): void {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const act = event.altKey ? findAlways(event, desk, explain) : findWhileNotWriting(event, desk);
      if (!act) return;
      event.preventDefault();
      act();
    }
    function explain(error: unknown): void {
      showToast('problem', wordFor('refused', readRefusalCode(error)));
    }
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, [desk, wordFor]);
}

type Act = () => void;

function findAlways(event: KeyboardEvent, desk: Desk, explain: (error: unknown) => void): Act | undefined {
  if (event.shiftKey || openDialog.get()) return undefined;
  switch (event.code) {
    case 'KeyN':
      return () => void takeNext(desk).catch(explain);
    case 'ArrowUp':
      return () => goBy(desk, -1);
    case 'ArrowDown':
      return () => goBy(desk, 1);
    default:
      return undefined;
  }
}

function findWhileNotWriting(event: KeyboardEvent, desk: Desk): Act | undefined {
  const target = event.target instanceof Element ? event.target : document.body;
  if (!settings.get().singleKeys || openDialog.get() || target.closest(WRITES)) return undefined;
  if (event.key === '?') return () => showDialog({ kind: 'shortcuts' });
  if (/^[1-9]$/.test(event.key)) return () => goTo(desk, Number(event.key) - 1);
  const state = desk.store.get();
  const focused = findFocused(state)?.handoff;
  const mine = focused !== undefined && isMine(state, focused) ? focused : undefined;
  switch (event.key.toLowerCase()) {
    case 'w':
      return focused === undefined ? undefined : () => goToChat(desk, focused);
    case 'q':
      return () => {
        desk.show('chats');
        focusWhenThere('take-next');
      };
    case 't':
      return mine === undefined ? undefined : () => showDialog({ kind: 'transfer', handoff: mine });
    case 'e':
      return mine === undefined ? undefined : () => showDialog({ kind: 'end', handoff: mine });
    case 'n':
      return () => {
        changeSettings({ details: true });
        focusWhenThere('note-box');
      };
    case 'd':
      return () => changeSettings({ details: !settings.get().details });
    case 'm':
      return () => changeSettings({ muted: !settings.get().muted });
    default:
      return undefined;
  }
}

function goBy(desk: Desk, step: number): void {
  const state = desk.store.get();
  const open = listOpenChats(state);
  const focused = findFocused(state);
  if (focused) goTo(desk, (open.indexOf(focused) + step + open.length) % open.length);
}

function goTo(desk: Desk, index: number): void {
  const head = listOpenChats(desk.store.get())[index];
  if (head) goToChat(desk, head.handoff);
}

function goToChat(desk: Desk, handoff: string): void {
  desk.show('chats');
  desk.workIn(handoff);
  focusWhenThere(nameComposer(handoff), `chat-${handoff}`);
}
