import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { useAction, useDesk, useDeskState } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { EntrancePage } from './entrancePage.js';

/** `linkRefused`: the visitor came by a one-time link that is worth nothing any more. */
export function SignInPage({ linkRefused }: { readonly linkRefused: boolean }) {
  const { word } = useWords();
  const desk = useDesk();
  const ended = useDeskState((state) => state.ended);
  const signIn = useAction();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  // The service says the same of an unknown name and of a wrong password.
  const refused = signIn.refused === 'signed-out' ? 'sign-in' : signIn.refused;

  return (
    <EntrancePage title={word('signIn.title')} text={word('signIn.intro')}>
      {linkRefused && <p className="notice notice--warn">{word('signIn.linkRefused')}</p>}
      {ended && <p className="notice notice--warn">{word('signIn.ended')}</p>}
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!signIn.pending) void signIn.run(() => desk.signIn(name, password));
        }}
      >
        <TextBox
          label={word('signIn.name')}
          name="username"
          value={name}
          onChange={setName}
          autoComplete="username"
          autoFocus
        />
        <TextBox
          label={word('signIn.password')}
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <RefusalLine code={refused} />
        <Button type="submit" className="button button--primary" isPending={signIn.pending}>
          {word(signIn.pending ? 'signIn.pending' : 'signIn.submit')}
        </Button>
      </Form>
    </EntrancePage>
  );
}
