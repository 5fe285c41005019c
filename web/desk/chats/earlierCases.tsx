import { Button } from 'react-aria-components';
import type { CaseHead } from '../../../bot/channels/desk/wire.js';
import { CaseClock } from '../cases/caseClock.js';
import { showCase } from '../cases/chosenCase.js';
import { closeDialog } from '../state/openDialog.js';
import { useDesk } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

export function EarlierCases({ cases }: { readonly cases: readonly CaseHead[] }) {
  const { word, wordFor } = useWords();
  const desk = useDesk();
  return (
    <section className="details__part">
      <h3 className="details__title">{word('panel.cases')}</h3>
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
