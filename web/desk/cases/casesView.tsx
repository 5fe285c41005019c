import { useCallback, useEffect, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { CaseHead } from '../../../bot/channels/desk/wire.js';
import { Choice } from '../parts/choice.js';
import { Icon } from '../parts/icon.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { Toggle } from '../parts/toggle.js';
import { deskApi } from '../state/deskApi.js';
import { showDialog } from '../state/openDialog.js';
import { useAction, useStore } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { CaseList } from './caseList.js';
import { CasePage } from './casePage.js';
import { chosenCase, showCase } from './chosenCase.js';

const KINDS = ['claim', 'complaint', 'assistance', 'message'] as const;
const ALL = 'all';

/** Claims, complaints and the like: the list with its clocks, and the one that is read. */
export function CasesView() {
  const { word } = useWords();
  const chosen = useStore(chosenCase);
  const [kind, setKind] = useState<string>(ALL);
  const [open, setOpen] = useState(true);
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState('');
  const [cases, setCases] = useState<readonly CaseHead[]>();
  const { refused, pending, run } = useAction();

  const load = useCallback(
    () =>
      run(async () => {
        const query = { kind: kind === ALL ? undefined : kind, open, search: asked };
        setCases(await deskApi.listCases(query));
      }),
    [run, kind, open, asked],
  );
  useEffect(() => {
    void load();
  }, [load]);

  return (
    <div className="cases" data-chosen={chosen !== undefined || undefined}>
      <section className="cases__list" aria-label={word('cases.list')}>
        <div className="cases__head">
          <h2 className="panel-title">{word('cases.title')}</h2>
          <div className="row">
            <Button className="button button--small" onPress={() => showDialog({ kind: 'new-case' })}>
              {word('newCase.open')}
            </Button>
            <Button className="button button--small" isPending={pending} onPress={() => void load()}>
              {word('cases.refresh')}
            </Button>
          </div>
        </div>
        <Form
          className="cases__filter"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(search.trim());
          }}
        >
          <TextBox label={word('cases.search')} type="search" value={search} onChange={setSearch} />
          <Button
            type="submit"
            className="icon-button icon-button--lined"
            aria-label={word('cases.searchSubmit')}
          >
            <Icon name="search" />
          </Button>
          <Choice
            label={word('cases.kind')}
            value={kind}
            onChange={setKind}
            options={[
              { id: ALL, name: word('cases.allKinds') },
              ...KINDS.map((each) => ({ id: each, name: word(`caseKind.${each}`) })),
            ]}
          />
          <Toggle label={word('cases.onlyOpen')} isOn={open} onChange={setOpen} />
        </Form>
        <RefusalLine code={refused} />
        {cases ? (
          <CaseList cases={cases} chosen={chosen} onChoose={showCase} />
        ) : (
          !refused && <p className="hint hint--centred">{word('cases.loading')}</p>
        )}
      </section>
      <section className="cases__page">
        {chosen === undefined ? (
          <p className="empty empty--large empty__hint">{word('cases.choose')}</p>
        ) : (
          <CasePage key={chosen} reference={chosen} onChanged={() => void load()} />
        )}
      </section>
    </div>
  );
}
