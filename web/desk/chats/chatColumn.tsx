import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { LanguageBadge } from '../parts/languageBadge.js';
import { PriorityChips } from '../parts/priorityChips.js';
import { Running } from '../parts/running.js';
import { showDialog } from '../state/openDialog.js';
import { useDesk, useDeskState } from '../state/useDesk.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';
import { ChatFeed } from './chatFeed.js';
import { Composer } from './composer.js';
import { SilenceWarning } from './silenceWarning.js';
import { Suggestions } from './suggestions.js';
import { WatchBar } from './watchBar.js';

export interface ColumnProps {
  readonly head: ChatHead;
  readonly isFocused: boolean;
  /** Not the agent's own: a supervisor looks on. */
  readonly isWatched: boolean;
}

/** One chat: what was said, and where to answer. */
export const ChatColumn = memo(function ChatColumn({ head, isFocused, isWatched }: ColumnProps) {
  const { word } = useWords();
  const desk = useDesk();
  const topic = useTopic()(head);
  const { handoff } = head;
  const state = useDeskState(({ chats }) => chats[handoff]?.state ?? 'loading');

  return (
    <section
      className="column"
      id={`chat-${handoff}`}
      tabIndex={-1}
      aria-label={topic}
      data-focused={isFocused || undefined}
      data-priority={head.priority}
      onFocus={() => desk.workIn(handoff)}
      onPointerDown={() => desk.workIn(handoff)}
    >
      <header className="column__head">
        <div className="column__names">
          <LanguageBadge language={head.language} />
          <h3 className="column__topic" title={topic}>
            {topic}
          </h3>
          {isWatched && (
            <span className="chip chip--watch">
              <Icon name="eye" />
              {word('chats.watching')}
            </span>
          )}
          <PriorityChips head={head} />
        </div>
        <div className="column__acts">
          <span className="column__time">
            <Icon name="clock" />
            <Running since={head.heldSince ?? head.opened} words={(time) => word('chats.held', { time })} />
          </span>
          <Button
            className="icon-button column__details"
            aria-label={word('chats.details')}
            onPress={() => showDialog({ kind: 'details', handoff })}
          >
            <Icon name="info" />
          </Button>
          {!isWatched && (
            <>
              <Button
                className="button button--small"
                onPress={() => showDialog({ kind: 'transfer', handoff })}
              >
                {word('chats.transfer')}
              </Button>
              <Button className="button button--small" onPress={() => showDialog({ kind: 'end', handoff })}>
                {word('chats.end')}
              </Button>
            </>
          )}
        </div>
      </header>
      {!isWatched && <SilenceWarning head={head} />}
      {state === 'ready' && <ChatFeed head={head} isWatched={isWatched} />}
      {state === 'loading' && <p className="column__state">{word('chats.loading')}</p>}
      {state === 'failed' && (
        <div className="column__state" role="alert">
          <p>{word('chats.failed')}</p>
          <Button className="button" onPress={() => void desk.loadChat(handoff)}>
            {word('chats.retry')}
          </Button>
        </div>
      )}
      {isWatched ? (
        <WatchBar head={head} />
      ) : (
        <>
          <Suggestions head={head} />
          <Composer head={head} />
        </>
      )}
    </section>
  );
});
