import type { CaseHead } from '../../../bot/channels/desk/wire.js';
import { useWords } from '../words/useWords.js';
import { CaseClock } from './caseClock.js';

export interface ListProps {
  readonly cases: readonly CaseHead[];
  readonly chosen: string | undefined;
  readonly onChoose: (reference: string) => void;
}

/** The most pressing first: overdue, then by what is left. */
export function CaseList({ cases, chosen, onChoose }: ListProps) {
  const { word, wordFor } = useWords();
  if (cases.length === 0) return <p className="hint hint--centred">{word('cases.none')}</p>;
  return (
    <ul className="case-list">
      {[...cases].sort(comparePressing).map((head) => (
        <li key={head.reference}>
          <button
            type="button"
            className="case-row"
            aria-current={head.reference === chosen || undefined}
            onClick={() => onChoose(head.reference)}
          >
            <span className="case-row__line">
              <strong className="case-row__reference">{head.reference}</strong>
              <CaseClock head={head} />
            </span>
            <span className="case-row__line case-row__line--small">
              <span>
                {wordFor('caseKind', head.kind)} · {wordFor('caseStatus', head.status)}
                {head.level !== undefined && ` · ${word('cases.level', { level: head.level })}`}
              </span>
              {head.owner && <span>{wordFor('owner', head.owner)}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function comparePressing(one: CaseHead, other: CaseHead): number {
  const rank = ({ open, overdue, due }: CaseHead): string => `${open ? 0 : 1}${overdue ? 0 : 1}${due ?? '9'}`;
  return rank(one).localeCompare(rank(other)) || other.filed.localeCompare(one.filed);
}
