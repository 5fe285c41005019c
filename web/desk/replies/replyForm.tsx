import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { CannedReply } from '../../../bot/channels/desk/wire.js';
import { Modal } from '../parts/modal.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { useAction } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

export interface ReplyFormProps {
  readonly reply: CannedReply;
  readonly onClose: () => void;
  readonly onSave: (reply: CannedReply) => Promise<void>;
}

/** A pair is complete or not saved. */
export function ReplyForm({ reply, onClose, onSave }: ReplyFormProps) {
  const { word } = useWords();
  const save = useAction();
  const [title, setTitle] = useState(reply.title);
  const [text, setText] = useState(reply.text);
  const [isIncomplete, setIncomplete] = useState(false);

  async function submit(): Promise<void> {
    const missing = [title.en, title.zh, text.en, text.zh].some((each) => each.trim() === '');
    setIncomplete(missing);
    if (missing || save.pending) return;
    if (await save.run(() => onSave({ id: reply.id, title, text }))) onClose();
  }

  return (
    <Modal title={reply.title.en || word('replies.new')} isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextBox
          label={word('replies.titleEn')}
          value={title.en}
          onChange={(en) => setTitle({ ...title, en })}
          lang="en"
          autoFocus
        />
        <TextBox
          label={word('replies.textEn')}
          value={text.en}
          onChange={(en) => setText({ ...text, en })}
          rows={3}
          lang="en"
        />
        <TextBox
          label={word('replies.titleZh')}
          value={title.zh}
          onChange={(zh) => setTitle({ ...title, zh })}
          lang="zh-Hans"
        />
        <TextBox
          label={word('replies.textZh')}
          value={text.zh}
          onChange={(zh) => setText({ ...text, zh })}
          rows={3}
          lang="zh-Hans"
        />
        {isIncomplete && (
          <p className="refusal" role="alert">
            {word('replies.incomplete')}
          </p>
        )}
        <RefusalLine code={save.refused} />
        <div className="dialog__acts">
          <Button className="button" slot="close">
            {word('replies.cancel')}
          </Button>
          <Button type="submit" className="button button--primary" isPending={save.pending}>
            {word(save.pending ? 'replies.saving' : 'replies.save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
