import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { useHasPassed } from '../state/useNow.js';
import { useWords } from '../words/useWords.js';
import { Icon } from './icon.js';

/** From then on a wait is called long. */
const LONG_WAIT_MS = 10 * 60 * 1000;

/** Why a chat is urgent: by colour, drawing and word. Nothing for a normal one. */
export function PriorityChips({ head }: { readonly head: ChatHead }) {
  const { word } = useWords();
  const long = useHasPassed(Date.parse(head.opened) + LONG_WAIT_MS) && !head.agent;
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
