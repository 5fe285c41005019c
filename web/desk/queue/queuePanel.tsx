import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { useAction, useDesk, useDeskState } from '../state/useDesk.js';
import { takeNext } from './takeNext.js';
import { useWords } from '../words/useWords.js';
import { PeekModal } from './peekModal.js';
import { QueueRow } from './queueRow.js';

/** So many are shown; nobody looks further down, and the browser stays quick on a bad day. */
const SHOWN = 60;

/** Who waits, in the order in which they are served. */
export function QueuePanel() {
  const { word } = useWords();
  const desk = useDesk();
  const floor = useDeskState((state) => state.floor);
  const take = useAction();
  const [peeked, setPeeked] = useState<ChatHead>();
  const queue = floor?.queue ?? [];
  const me = floor?.me;
  const hindrance = me?.status !== 'available' ? 'away' : me.load >= me.capacity ? 'full' : undefined;

  return (
    <section className="queue" aria-labelledby="queue-title" id="queue" tabIndex={-1}>
      <div className="queue__head">
        <h2 className="panel-title" id="queue-title">
          {word('queue.title')}
        </h2>
        <span className="queue__count" data-some={queue.length > 0 || undefined}>
          {word('queue.count', { count: queue.length })}
        </span>
      </div>
      <div className="queue__act">
        <Button
          id="take-next"
          className="button button--primary button--wide"
          isDisabled={queue.length === 0}
          isPending={take.pending}
          onPress={() => void take.run(() => takeNext(desk))}
          aria-keyshortcuts="Alt+N"
        >
          {word(take.pending ? 'queue.taking' : 'queue.takeNext')}
          <kbd className="key">Alt N</kbd>
        </Button>
        {queue.length > 0 && hindrance && <p className="hint">{word(`queue.${hindrance}`)}</p>}
        <RefusalLine code={take.refused} />
      </div>
      {queue.length === 0 ? (
        <div className="empty">
          <Icon name="check" />
          <p className="empty__title">{word('queue.empty')}</p>
          <p className="empty__hint">{word('queue.emptyHint')}</p>
        </div>
      ) : (
        <ol className="queue__list">
          {queue.slice(0, SHOWN).map((head) => (
            <QueueRow key={head.handoff} head={head} onLook={setPeeked} />
          ))}
        </ol>
      )}
      {peeked && <PeekModal head={peeked} onClose={() => setPeeked(undefined)} />}
    </section>
  );
}
