import { Button } from 'react-aria-components';
import { RefusalLine } from '../parts/refusalLine.js';
import type { Outgoing } from '../state/deskState.js';
import { useDesk, useDeskState } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

export interface OutgoingProps {
  readonly handoff: string;
  readonly message: Outgoing;
  /** Puts the text back into the composer. */
  readonly onTakeBack: (text: string) => void;
}

/** A message on its way, or refused; it never just vanishes. */
export function OutgoingView({ handoff, message, onTakeBack }: OutgoingProps) {
  const { word } = useWords();
  const { outbox } = useDesk();
  const isOnline = useDeskState(({ connection }) => connection.kind === 'online');
  const { clientId, text, refused } = message;
  return (
    <li className="entry entry--agent entry--outgoing" data-refused={refused !== undefined || undefined}>
      <div className="entry__bubble">
        <p className="entry__text">{text}</p>
      </div>
      {refused === undefined ? (
        <p className="entry__who">{word(isOnline ? 'transcript.sending' : 'transcript.waiting')}</p>
      ) : (
        <>
          <p className="entry__who">{word('transcript.notSent')}</p>
          <RefusalLine code={refused} />
          <div className="row row--end">
            <Button className="button button--small" onPress={() => outbox.again(handoff, clientId)}>
              {word('transcript.again')}
            </Button>
            <Button
              className="button button--small"
              onPress={() => {
                onTakeBack(text);
                outbox.discard(handoff, clientId);
              }}
            >
              {word('transcript.takeBack')}
            </Button>
            <Button className="button button--small" onPress={() => outbox.discard(handoff, clientId)}>
              {word('transcript.discard')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
