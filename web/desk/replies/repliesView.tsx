import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CannedReply } from '../../../bot/channels/desk/wire.js';
import { Modal } from '../parts/modal.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { deskApi } from '../state/deskApi.js';
import { useAction, useDesk, useDeskState } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { ReplyForm } from './replyForm.js';

/** Canned replies as pairs; supervisors keep them. */
export function RepliesView() {
  const { word } = useWords();
  const desk = useDesk();
  const canned = useDeskState((state) => state.canned);
  const [edited, setEdited] = useState<CannedReply>();
  const [doomed, setDoomed] = useState<CannedReply>();
  const remove = useAction();

  async function reload(): Promise<void> {
    desk.setCanned(await deskApi.listCanned());
  }

  async function removeNow({ id }: CannedReply): Promise<void> {
    const done = await remove.run(async () => {
      await deskApi.removeCanned(id);
      await reload();
    });
    if (done) setDoomed(undefined);
  }

  return (
    <div className="replies">
      <div className="replies__head">
        <div>
          <h2 className="panel-title">{word('replies.title')}</h2>
          <p className="hint">{word('replies.intro')}</p>
        </div>
        <Button className="button button--primary" onPress={() => setEdited(createReply())}>
          {word('replies.new')}
        </Button>
      </div>
      {canned.length === 0 && <p className="hint hint--centred">{word('replies.empty')}</p>}
      <ul className="reply-list">
        {canned.map((reply) => (
          <li key={reply.id} className="reply">
            {(['en', 'zh'] as const).map((language) => (
              <div key={language} className="reply__half" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
                <strong>{reply.title[language]}</strong>
                <p>{reply.text[language]}</p>
              </div>
            ))}
            <div className="row">
              <Button
                className="button button--small"
                aria-label={`${word('replies.edit')}: ${reply.title.en}`}
                onPress={() => setEdited(reply)}
              >
                {word('replies.edit')}
              </Button>
              <Button
                className="button button--small"
                aria-label={`${word('replies.delete')}: ${reply.title.en}`}
                onPress={() => setDoomed(reply)}
              >
                {word('replies.delete')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {edited && (
        <ReplyForm
          reply={edited}
          onClose={() => setEdited(undefined)}
          onSave={async (reply) => {
            await deskApi.putCanned(reply);
            await reload();
          }}
        />
      )}
      {doomed && (
        <Modal
          title={word('replies.deleteTitle')}
          isOpen
          onClose={() => setDoomed(undefined)}
          role="alertdialog"
        >
          <p>{doomed.title.en}</p>
          <RefusalLine code={remove.refused} />
          <div className="dialog__acts">
            <Button className="button" slot="close">
              {word('replies.cancel')}
            </Button>
            <Button
              className="button button--primary"
              isPending={remove.pending}
              onPress={() => void removeNow(doomed)}
            >
              {word('replies.delete')}
            </Button>
          </div>
        </Modal>
      )}
    </div>
  );
}

function createReply(): CannedReply {
  const id = `reply-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36)).join('')}`;
  return { id, title: { en: '', zh: '' }, text: { en: '', zh: '' } };
}
