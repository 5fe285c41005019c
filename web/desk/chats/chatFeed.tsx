import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { insertIntoDraft } from '../state/drafts.js';
import { EMPTY_CHAT, listUnechoed, type Outgoing } from '../state/deskState.js';
import { useDesk, useDeskState } from '../state/useDesk.js';
import { useIsAhead } from '../state/useNow.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';
import { OutgoingView } from './outgoingView.js';
import { Transcript } from './transcript.js';
import { useStickToEnd } from './useStickToEnd.js';

const NONE: readonly Outgoing[] = [];

/** The scrolling part of a chat; what stands in it is marked as read. */
export function ChatFeed({ head, isWatched }: { readonly head: ChatHead; readonly isWatched: boolean }) {
  const { word } = useWords();
  const { readMarks } = useDesk();
  const { handoff } = head;
  const { entries, typingUntil } = useDeskState(({ chats }) => chats[handoff] ?? EMPTY_CHAT);
  const outgoing = listUnechoed(
    useDeskState((state) => state.outgoing[handoff] ?? NONE),
    entries,
  );
  const isTyping = useIsAhead(typingUntil);
  const newest = entries.at(-1)?.position;
  const { scroller, isAtEnd, onScroll, goToEnd } = useStickToEnd(`${newest} ${outgoing.length} ${isTyping}`);
  const topic = useTopic()(head);

  useEffect(() => {
    if (isWatched || !isAtEnd || newest === undefined) return undefined;
    readMarks.show(handoff, newest);
    return () => readMarks.hide(handoff);
  }, [readMarks, handoff, newest, isAtEnd, isWatched]);

  return (
    <div className="feed">
      <div
        className="feed__scroller"
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={word('chats.transcript', { topic })}
        tabIndex={0}
      >
        <div className="feed__content">
          <Transcript head={head} entries={entries} folds={!isWatched} />
          {outgoing.length > 0 && (
            <ol className="entries">
              {outgoing.map((message) => (
                <OutgoingView
                  key={message.clientId}
                  handoff={handoff}
                  message={message}
                  onTakeBack={(text) => {
                    insertIntoDraft(handoff, text);
                    focusWhenThere(nameComposer(handoff));
                  }}
                />
              ))}
            </ol>
          )}
          {isTyping && <p className="feed__typing">{word('transcript.typing')}</p>}
        </div>
      </div>
      {!isAtEnd && (
        <Button className="feed__down" onPress={goToEnd}>
          <Icon name="down" />
          {word(head.unread > 0 ? 'transcript.newBelow' : 'transcript.toEnd')}
        </Button>
      )}
    </div>
  );
}
