import type { CaseHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { useServiceNow } from '../state/useNow.js';
import { formatLong } from '../words/times.js';
import { useWords } from '../words/useWords.js';

/** Less than this left is a matter of hurry. */
const SOON_MS = 4 * 60 * 60 * 1000;

/** A case's running clock: in words, with a colour and a drawing for late and soon. */
export function CaseClock({ head }: { readonly head: CaseHead }) {
  const { word, language } = useWords();
  const now = useServiceNow();
  if (!head.open) return <span className="clock clock--done">{word('cases.closed')}</span>;
  if (!head.due) {
    return head.overdue ? (
      <span className="clock clock--late">
        <Icon name="emergency" />
        {word('cases.late')}
      </span>
    ) : (
      <span className="clock clock--none">{word('cases.noClock')}</span>
    );
  }
  const left = Date.parse(head.due) - now;
  const time = formatLong(left, language);
  if (left < 0 || head.overdue) {
    return (
      <span className="clock clock--late">
        <Icon name="emergency" />
        {left < 0 ? word('cases.overdue', { time }) : word('cases.late')}
      </span>
    );
  }
  return (
    <span className={left < SOON_MS ? 'clock clock--soon' : 'clock'}>
      <Icon name="clock" />
      {word('cases.due', { time })}
    </span>
  );
}
