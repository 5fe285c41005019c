import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CaseDetail } from '../../../bot/channels/desk/wire.js';
import { FileLink } from '../parts/fileLink.js';
import { Icon } from '../parts/icon.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { deskApi } from '../state/deskApi.js';
import { useAction } from '../state/useDesk.js';
import { getIntlTag } from '../words/pageLanguage.js';
import { formatDayAndTime } from '../words/times.js';
import { useWords } from '../words/useWords.js';
import { CaseActs } from './caseActs.js';
import { CaseClock } from './caseClock.js';
import { showCase } from './chosenCase.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** One case with all that happened to it. `onChanged`: the list is out of date. */
export function CasePage({
  reference,
  onChanged,
}: {
  readonly reference: string;
  readonly onChanged: () => void;
}) {
  const { word, wordFor, language } = useWords();
  const { refused, run } = useAction();
  const [detail, setDetail] = useState<CaseDetail>();

  useEffect(() => {
    void run(async () => setDetail(await deskApi.getCase(reference)));
  }, [run, reference]);

  function nameActor(actor: string): string {
    const [kind = '', name] = actor.split(/:(.*)/s);
    return kind === 'agent' && name ? name : wordFor('actor', kind);
  }

  /** `contact.phone`, `photos.2.name`: by where it stands in what was filed. */
  function nameFact(path: string): string {
    const key = path.replace(/\.\d+/g, '').replaceAll('.', '-');
    const known = wordFor('caseFact', key);
    return known === key ? path : known;
  }

  /** Terms of the trade in the agent's words, with the code other systems know them by. */
  function describeFact({ value, terms }: CaseDetail['facts'][number]): string {
    if (!terms) return describeValue(value);
    const named = terms.map(({ name, code }) =>
      word('cases.codes', { term: wordFor('caseValue', name), code }),
    );
    return new Intl.ListFormat(getIntlTag(language), { type: 'unit', style: 'short' }).format(named);
  }

  function describeValue(value: string): string {
    return MOMENT.test(value) ? formatDayAndTime(value, language) : wordFor('caseValue', value);
  }

  return (
    <article className="case" aria-label={reference}>
      <Button className="link-button case__back" onPress={() => showCase(undefined)}>
        <Icon name="back" />
        {word('cases.back')}
      </Button>
      <header className="case__head">
        <h2 className="case__reference">{reference}</h2>
        {detail && <CaseClock head={detail.head} />}
      </header>
      <RefusalLine code={refused} />
      {!detail && !refused && <p className="hint">{word('common.loading')}</p>}
      {detail && (
        <>
          <p className="case__summary">
            {wordFor('caseKind', detail.head.kind)} · {wordFor('caseStatus', detail.head.status)}
            {detail.head.level !== undefined && ` · ${word('cases.level', { level: detail.head.level })}`}
            {detail.head.owner && ` · ${wordFor('owner', detail.head.owner)}`}
            {' · '}
            {word('cases.filed')} {formatDayAndTime(detail.head.filed, language)}
            {detail.head.due &&
              ` · ${word('cases.dueAt', { time: formatDayAndTime(detail.head.due, language) })}`}
          </p>
          <CaseActs
            detail={detail}
            onDone={(changed) => {
              setDetail(changed);
              onChanged();
            }}
          />
          <h3 className="details__title">{word('cases.facts')}</h3>
          <dl className="facts facts--wide">
            {detail.facts.map((fact) => (
              <div key={fact.name} className="facts__pair">
                <dt>{nameFact(fact.name)}</dt>
                <dd>{describeFact(fact)}</dd>
              </div>
            ))}
          </dl>
          {detail.files.map((file) => (
            <FileLink key={file.url} {...file} />
          ))}
          <h3 className="details__title">{word('cases.history')}</h3>
          <ol className="history">
            {detail.history.map(({ at, actor, type, text }) => (
              <li key={`${at} ${type}`} className="history__event">
                <p className="history__what">
                  <strong>{wordFor('caseEvent', type)}</strong>{' '}
                  <span>{word('cases.by', { actor: nameActor(actor) })}</span>
                  <time dateTime={at}>{formatDayAndTime(at, language)}</time>
                </p>
                {text && <p className="history__text">{text}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}
