import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { ChatHead, Note } from '../../../bot/channels/desk/wire.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { useAction, useDesk } from '../state/useDesk.js';
import { formatTime } from '../words/times.js';
import { useWords } from '../words/useWords.js';

/** Only for agents' eyes. */
export function Notes({ head, notes }: { readonly head: ChatHead; readonly notes: readonly Note[] }) {
  const { word, language } = useWords();
  const desk = useDesk();
  const save = useAction();
  const [text, setText] = useState('');

  async function submit(): Promise<void> {
    const said = text.trim();
    if (!said || save.pending) return;
    const { handoff } = head;
    if (await save.run(() => desk.act({ do: 'note', handoff, text: said }))) setText('');
  }

  return (
    <section className="details__part" id="notes" tabIndex={-1}>
      <h3 className="details__title">{word('panel.notes')}</h3>
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((note) => (
            <li key={`${note.at} ${note.text}`} className={`note note--${note.kind}`}>
              <p className="note__who">
                <strong>{word(`noteKind.${note.kind}`)}</strong> · {note.agentName}
                <time dateTime={note.at}>{formatTime(note.at, language)}</time>
              </p>
              {note.text && <p className="note__text">{note.text}</p>}
            </li>
          ))}
        </ul>
      )}
      <Form
        className="form form--tight"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextBox
          label={word('panel.note')}
          hint={word('panel.notesHint')}
          value={text}
          onChange={setText}
          rows={2}
          id="note-box"
        />
        <RefusalLine code={save.refused} />
        {text.trim() && (
          <Button type="submit" className="button button--small" isPending={save.pending}>
            {word(save.pending ? 'panel.saving' : 'panel.save')}
          </Button>
        )}
      </Form>
    </section>
  );
}
