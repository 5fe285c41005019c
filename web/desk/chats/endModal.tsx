import { useState } from 'react';
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { Modal } from '../parts/modal.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { showToast } from '../state/messages.js';
import { useAction, useDesk } from '../state/useDesk.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';
import type { TransferProps } from './transferModal.js';

const DISPOSITIONS = ['solved', 'case-opened', 'information', 'no-answer', 'other'] as const;

/** Ends a chat: how it went, and a note. */
export function EndModal({ head, onClose, onDone }: TransferProps) {
  const { word } = useWords();
  const topic = useTopic()(head);
  const desk = useDesk();
  const end = useAction();
  const [disposition, setDisposition] = useState<string>(DISPOSITIONS[0]);
  const [note, setNote] = useState('');

  async function submit(): Promise<void> {
    if (end.pending) return;
    const { handoff } = head;
    const said = note.trim();
    const token = desk.getToken(handoff);
    const command = { do: 'end', handoff, token, disposition, ...(said && { note: said }) } as const;
    if (!(await end.run(() => desk.act(command)))) return;
    showToast('info', word('end.done', { topic }));
    onDone();
  }

  return (
    <Modal title={word('end.title')} isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="dialog__line">{topic}</p>
        <p className="hint">{word('end.text')}</p>
        <RadioGroup className="radios" value={disposition} onChange={setDisposition}>
          <Label className="label">{word('end.how')}</Label>
          {DISPOSITIONS.map((each, index) => (
            <Radio key={each} value={each} className="radio" autoFocus={index === 0}>
              {word(`disposition.${each}`)}
            </Radio>
          ))}
        </RadioGroup>
        <TextBox label={word('end.note')} value={note} onChange={setNote} rows={2} />
        <RefusalLine code={end.refused} />
        <div className="dialog__acts">
          <Button className="button" slot="close">
            {word('common.cancel')}
          </Button>
          <Button type="submit" className="button button--primary" isPending={end.pending}>
            {word(end.pending ? 'end.pending' : 'end.submit')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
