import { useServiceNow } from '../state/useNow.js';
import { formatRunning } from '../words/times.js';

/** The time since a moment, running. `words` makes a sentence of it for those who do not see the place it stands in. */
export function Running({
  since,
  words,
}: {
  readonly since: string;
  readonly words: (time: string) => string;
}) {
  const time = formatRunning(useServiceNow() - Date.parse(since));
  return (
    <span className="running">
      <span aria-hidden="true">{time}</span>
      <span className="visually-hidden">{words(time)}</span>
    </span>
  );
}
