import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { LanguageBadge } from '../parts/languageBadge.js';
import { PriorityChips } from '../parts/priorityChips.js';
import { Running } from '../parts/running.js';
import { useWords } from '../words/useWords.js';
import { useTopic } from '../words/useTopic.js';

export const QueueRow = memo(function QueueRow({
  head,
  onLook,
}: {
  readonly head: ChatHead;
  readonly onLook: (head: ChatHead) => void;
}) {
  const { word, wordFor } = useWords();
  const topic = useTopic()(head);
  return (
    <li className={`queue-row queue-row--${head.priority}`}>
      <Button className="queue-row__button" onPress={() => onLook(head)}>
        <span className="visually-hidden">{word('queue.look', { topic })}</span>
        <span className="queue-row__line">
          <LanguageBadge language={head.language} />
          <span className="queue-row__topic" aria-hidden="true">
            {topic}
          </span>
          <Running since={head.opened} words={(time) => word('queue.waited', { time })} />
        </span>
        <span className="queue-row__line queue-row__line--small">
          <PriorityChips head={head} />
          <span className="queue-row__reason">
            {head.priority === 'emergency' ? '' : wordFor('reason', head.reason)}
          </span>
        </span>
      </Button>
    </li>
  );
});
