import { Button } from 'react-aria-components';
import type { CaseHead } from '../../../bot/channels/desk/wire.js';
import { CaseClock } from '../cases/caseClock.js';
import { showCase } from '../cases/chosenCase.js';
import { closeDialog } from '../state/openDialog.js';
import { useDesk } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

export interface EarlierCasesProps {
  readonly cases: readonly CaseHead[];
  /** Absent where the chat is not the agent's own. */
  readonly onNew?: (() => void) | undefined;
}

/** The cases spoken of in a chat, and a new one. */
export function EarlierCases({ cases, onNew }: EarlierCasesProps) {
  const { word, wordFor } = useWords();
  const desk = useDesk();
  return (
    <section className="details__part">
      <div className="details__head">
        <h3 className="details__title">{word('panel.cases')}</h3>
        {onNew && (
          <Button className="button button--small" onPress={onNew}>
            {word('newCase.open')}
          </Button>
        )}
      </div>
      {cases.length === 0 ? (
        <p className="hint">{word('panel.noCases')}</p>
      ) : (
        <ul className="plain-list">
          {cases.map((head) => (
            <li key={head.reference} className="earlier-case">
              <Button
                className="link-button"
                onPress={() => {
                  closeDialog();
                  showCase(head.reference);
                  desk.show('cases');
                }}
              >
                {head.reference}
              </Button>
              <span>
                {wordFor('caseKind', head.kind)} · {wordFor('caseStatus', head.status)}
              </span>
              <CaseClock head={head} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
