import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { showToast } from '../state/messages.js';
import { useAction, useDesk } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { EntrancePage } from './entrancePage.js';

const SHORTEST = 12;

/** For those who came by a one-time link. */
export function PasswordPage({ name }: { readonly name: string }) {
  const { word } = useWords();
  const desk = useDesk();
  const save = useAction();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [tooShort, setTooShort] = useState(false);

  async function submit(): Promise<void> {
    setTooShort(password.length < SHORTEST);
    if (password.length < SHORTEST || save.pending) return;
    if (await save.run(() => desk.choosePassword(password))) showToast('info', word('password.saved'));
  }

  return (
    <EntrancePage title={word('password.title')} text={word('password.text')}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {/* Lets password managers keep it under the right name. */}
        <input
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          autoComplete="username"
          value={name}
          readOnly
        />
        <TextBox
          label={word('password.new')}
          type={shown ? 'text' : 'password'}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint={word('password.hint')}
          isInvalid={tooShort}
          autoFocus
        />
        <label className="check">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {word('password.show')}
        </label>
        {tooShort && (
          <p className="refusal" role="alert">
            {word('password.tooShort')}
          </p>
        )}
        <RefusalLine code={save.refused} />
        <div className="row">
          <Button type="submit" className="button button--primary" isPending={save.pending}>
            {word('password.save')}
          </Button>
          <Button className="button" onPress={() => desk.skipPassword()}>
            {word('password.later')}
          </Button>
        </div>
      </Form>
    </EntrancePage>
  );
}
