import { useRef, useState, type KeyboardEvent } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { changeDraft, insertIntoDraft, useDraft } from '../state/drafts.js';
import { useDesk, useDeskState } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { CannedPicker } from './cannedPicker.js';

/** The passenger sees "is writing" for some seconds after each sign of it. */
const TYPING_EVERY_MS = 3_000;

/** Where the agent writes. Enter sends, except while an input method is composing a character. */
export function Composer({ head }: { readonly head: ChatHead }) {
  const { word, wordFor } = useWords();
  const desk = useDesk();
  const { handoff } = head;
  const draft = useDraft(handoff);
  const token = useDeskState(({ chats }) => chats[handoff]?.token);
  const [isPicking, setPicking] = useState(false);
  const lastTyping = useRef(0);
  const language = wordFor('languages', head.language);

  function send(): void {
    const text = draft.trim();
    if (!text) return;
    desk.outbox.say(handoff, text);
    changeDraft(handoff, '');
  }

  function write(text: string): void {
    changeDraft(handoff, text);
    const now = Date.now();
    if (!text || token === undefined || now - lastTyping.current < TYPING_EVERY_MS) return;
    lastTyping.current = now;
    desk.act({ do: 'typing', handoff, token }).catch(() => undefined);
  }

  function followKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === '/' && draft === '') {
      event.preventDefault();
      setPicking(true);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      document.getElementById(`chat-${handoff}`)?.focus();
    }
  }

  return (
    <div className="composer">
      <TextField className="composer__field" value={draft} onChange={write}>
        <Label className="visually-hidden">{word('composer.label')}</Label>
        <TextArea
          id={nameComposer(handoff)}
          className="composer__box"
          rows={2}
          placeholder={word('composer.placeholder', { language })}
          onKeyDown={followKey}
          title={word('composer.hint')}
        />
      </TextField>
      <div className="composer__acts">
        <CannedPicker
          language={head.language}
          isOpen={isPicking}
          onOpenChange={setPicking}
          onPick={(text) => {
            insertIntoDraft(handoff, text);
            focusWhenThere(nameComposer(handoff));
          }}
        />
        <Button
          className="button button--primary button--small composer__send"
          isDisabled={draft.trim() === ''}
          onPress={send}
        >
          <Icon name="send" />
          {word('composer.send')}
        </Button>
      </div>
    </div>
  );
}
