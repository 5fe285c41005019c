import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { useDeskState } from '../state/useDesk.js';
import { useHasPassed } from '../state/useNow.js';
import { useWords } from '../words/useWords.js';
import { Icon } from './icon.js';

/** Why a chat is urgent: by colour, drawing and word. Nothing for a normal one. */
export function PriorityChips({ head }: { readonly head: ChatHead }) {
  const { word } = useWords();
  const longWaitSeconds = useDeskState(({ floor }) => floor?.longWaitSeconds ?? Infinity);
  const long = useHasPassed(Date.parse(head.opened) + longWaitSeconds * 1000) && !head.agent;
  return (
    <>
      {head.priority !== 'normal' && (
        <span className={`chip chip--${head.priority}`}>
          <Icon name={head.priority} />
          {word(`priority.${head.priority}`)}
        </span>
      )}
      {head.atHead && !head.agent && (
        <span className="chip chip--back">
          <Icon name="return" />
          {word('queue.atHead')}
        </span>
      )}
      {long && (
        <span className="chip chip--long">
          <Icon name="clock" />
          {word('queue.long')}
        </span>
      )}
    </>
  );
}
