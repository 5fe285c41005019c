import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { CaseDetail } from '../../../bot/channels/desk/wire.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { deskApi } from '../state/deskApi.js';
import { showToast } from '../state/messages.js';
import { useAction } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

type Act = CaseDetail['may'][number];

/** The one thing each act needs to be told, as the service calls it. */
const FIELD: Readonly<Record<Act, string>> = { reply: 'text', escalate: 'reason', close: 'improvement' };
const LABEL = {
  reply: 'caseActs.replyText',
  escalate: 'caseActs.escalateText',
  close: 'caseActs.closeText',
} as const;
const HINT = { reply: 'caseActs.replyHint', escalate: undefined, close: 'caseActs.closeHint' } as const;

export interface ActsProps {
  readonly detail: CaseDetail;
  readonly onDone: (detail: CaseDetail) => void;
}

/** What may be done with a case now: one form at a time. */
export function CaseActs({ detail, onDone }: ActsProps) {
  const { word } = useWords();
  const [act, setAct] = useState<Act>();
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const save = useAction();
  const { reference } = detail.head;
  if (detail.may.length === 0) return null;

  async function submit(chosen: Act): Promise<void> {
    const said = text.trim();
    setMissing(!said);
    if (!said || save.pending) return;
    const done = await save.run(async () =>
      onDone(await deskApi.actOnCase(reference, chosen, { [FIELD[chosen]]: said })),
    );
    if (!done) return;
    setAct(undefined);
    setText('');
    showToast('info', word('caseActs.done', { reference }));
  }

  if (!act) {
    return (
      <div className="row case__acts">
        {detail.may.map((each) => (
          <Button key={each} className="button" onPress={() => setAct(each)}>
            {word(`caseActs.${each}`)}
          </Button>
        ))}
      </div>
    );
  }
  const hint = HINT[act];
  return (
    <Form
      className="form case__form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(act);
      }}
    >
      <TextBox
        key={act}
        label={word(LABEL[act])}
        hint={hint && word(hint)}
        value={text}
        onChange={setText}
        rows={4}
        isInvalid={isMissing}
        autoFocus
      />
      {isMissing && (
        <p className="refusal" role="alert">
          {word('caseActs.required')}
        </p>
      )}
      <RefusalLine code={save.refused} />
      <div className="row">
        <Button type="submit" className="button button--primary" isPending={save.pending}>
          {word(save.pending ? 'caseActs.pending' : `caseActs.${act}`)}
        </Button>
        <Button
          className="button"
          onPress={() => {
            setAct(undefined);
            save.clear();
          }}
        >
          {word('caseActs.cancel')}
        </Button>
      </div>
    </Form>
  );
}
