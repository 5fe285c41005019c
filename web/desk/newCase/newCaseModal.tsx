import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { FiledCase, TalkView } from '../../../bot/channels/desk/newCase/wire.js';
import { showCase } from '../cases/chosenCase.js';
import { LanguageBadge } from '../parts/languageBadge.js';
import { Modal } from '../parts/modal.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { deskApi } from '../state/deskApi.js';
import { closeDialog, openDialog, showDialog } from '../state/openDialog.js';
import { useAction, useDesk, useStore } from '../state/useDesk.js';
import { formatTime } from '../words/times.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';
import { CaseFormView } from './caseFormView.js';

/** Files a case for a passenger: of which talk, the form, and the reference. Outlives the chat it began in. */
export function NewCaseModal() {
  const { word } = useWords();
  const dialog = useStore(openDialog);
  if (dialog?.kind !== 'new-case') return null;
  const { talk } = dialog;
  return (
    <Modal title={word('newCase.title')} isOpen onClose={closeDialog} drawer>
      {talk ? <CaseOfTalk key={talk.handoff} talk={talk} /> : <TalkList />}
    </Modal>
  );
}

function TalkList() {
  const { word, language } = useWords();
  const nameTopic = useTopic();
  const { refused, run } = useAction();
  const [talks, setTalks] = useState<readonly TalkView[]>();

  useEffect(() => {
    void run(async () => setTalks(await deskApi.listTalks()));
  }, [run]);

  if (!talks) {
    return refused === undefined ? (
      <p className="hint">{word('common.loading')}</p>
    ) : (
      <RefusalLine code={refused} />
    );
  }
  if (talks.length === 0) return <p className="hint">{word('newCase.noTalks')}</p>;
  return (
    <>
      <p className="label">{word('newCase.chooseTalk')}</p>
      <ul className="plain-list talks">
        {talks.map((talk) => (
          <li key={talk.handoff}>
            <Button className="button talk" onPress={() => showDialog({ kind: 'new-case', talk })}>
              <LanguageBadge language={talk.language} />
              <span className="talk__topic">{nameTopic(talk)}</span>
              <span className="talk__when">
                {talk.ended === undefined
                  ? word('newCase.going')
                  : word('newCase.ended', { time: formatTime(talk.ended, language) })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function CaseOfTalk({ talk }: { readonly talk: TalkView }) {
  const topic = useTopic()(talk);
  const desk = useDesk();
  const [filed, setFiled] = useState<FiledCase>();
  return (
    <>
      <p className="dialog__line">
        <LanguageBadge language={talk.language} />
        {topic}
      </p>
      {filed ? (
        <FiledView filed={filed} language={talk.language} />
      ) : (
        <CaseFormView
          talk={talk}
          onFiled={(answer) => {
            setFiled(answer);
            desk.noteCase(talk.handoff, answer.head);
          }}
        />
      )}
    </>
  );
}

function FiledView({ filed, language }: { readonly filed: FiledCase; readonly language: string }) {
  const { word, wordFor } = useWords();
  const desk = useDesk();
  const { reference } = filed.head;
  const isNew = filed.outcome === 'filed';
  return (
    <div role="status" className="filed">
      <p className="filed__reference">{word(isNew ? 'newCase.filed' : 'newCase.known', { reference })}</p>
      <p>
        {isNew
          ? word('newCase.told', { language: wordFor('languages', language) })
          : word('newCase.knownHint')}
      </p>
      <div className="dialog__acts">
        <Button
          className="button"
          onPress={() => {
            closeDialog();
            showCase(reference);
            desk.show('cases');
          }}
        >
          {word('newCase.show')}
        </Button>
        <Button className="button button--primary" slot="close" autoFocus>
          {word('common.close')}
        </Button>
      </div>
    </div>
  );
}
