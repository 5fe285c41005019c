import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { useDeskState } from '../state/useDesk.js';
import { useServiceNow } from '../state/useNow.js';
import { formatRunning } from '../words/times.js';
import { useWords } from '../words/useWords.js';

/** From this share of the limit on, the agent is warned. */
const WARN_FROM = 0.4;

/** Says that a chat left unread goes back to the queue, before it does. */
export function SilenceWarning({ head }: { readonly head: ChatHead }) {
  const { word } = useWords();
  const now = useServiceNow();
  const limitSeconds = useDeskState(({ floor }) => floor?.silenceLimitSeconds ?? 0);
  if (!head.unreadSince || head.unread === 0) return null;
  const unreadMs = now - Date.parse(head.unreadSince);
  if (unreadMs < limitSeconds * 1000 * WARN_FROM) return null;
  return (
    <p className="column__warning">
      <Icon name="clock" />
      {word('chats.silence', { time: formatRunning(unreadMs), limit: formatRunning(limitSeconds * 1000) })}
    </p>
  );
}
