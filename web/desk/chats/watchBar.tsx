import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { useAction, useDesk } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

/** What a supervisor can do in a chat looked on at: whisper to its agent, take it over, leave. */
export function WatchBar({ head }: { readonly head: ChatHead }) {
  const { word } = useWords();
  const desk = useDesk();
  const { handoff, agent } = head;
  const [text, setText] = useState('');
  const whisper = useAction();
  const takeOver = useAction();

  async function send(): Promise<void> {
    const said = text.trim();
    if (!said || whisper.pending) return;
    if (await whisper.run(() => desk.act({ do: 'whisper', handoff, text: said }))) setText('');
  }

  async function take(): Promise<void> {
    const command = agent ? ({ do: 'take-over', handoff } as const) : ({ do: 'take', handoff } as const);
    if (await takeOver.run(() => desk.take(command))) focusWhenThere(nameComposer(handoff));
  }

  return (
    <div className="composer composer--watch">
      <p className="composer__with">
        {agent ? word('chats.heldBy', { name: agent.name }) : word('chats.nobody')}
      </p>
      {agent && (
        <Form
          className="composer__whisper"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextBox
            label={word('whisper.label', { name: agent.name })}
            hint={word('whisper.hint', { name: agent.name })}
            value={text}
            onChange={setText}
          />
          <Button
            type="submit"
            className="button button--small"
            isPending={whisper.pending}
            isDisabled={text.trim() === ''}
          >
            {word('whisper.send')}
          </Button>
        </Form>
      )}
      <RefusalLine code={whisper.refused ?? takeOver.refused} />
      <div className="row">
        <Button
          className="button button--small button--primary"
          isPending={takeOver.pending}
          onPress={() => void take()}
        >
          {word(agent ? 'chats.takeOver' : 'queue.take')}
        </Button>
        <Button
          className="button button--small"
          onPress={() => void desk.unwatch(handoff).catch(() => undefined)}
        >
          {word('chats.stopWatching')}
        </Button>
      </div>
    </div>
  );
}
