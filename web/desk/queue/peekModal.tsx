import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChatDetail, ChatHead } from '../../../bot/channels/desk/wire.js';
import { Transcript } from '../chats/transcript.js';
import { LanguageBadge } from '../parts/languageBadge.js';
import { Modal } from '../parts/modal.js';
import { PriorityChips } from '../parts/priorityChips.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { deskApi } from '../state/deskApi.js';
import { useAction, useDesk, useDeskState } from '../state/useDesk.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';

/** A waiting chat, read before it is taken. Supervisors may take it out of turn. */
export function PeekModal({ head, onClose }: { readonly head: ChatHead; readonly onClose: () => void }) {
  const { word } = useWords();
  const topic = useTopic()(head);
  const desk = useDesk();
  const mayChoose = useDeskState(({ floor }) => floor?.me.role === 'supervisor');
  const { refused, run: load } = useAction();
  const take = useAction();
  const [detail, setDetail] = useState<ChatDetail>();

  useEffect(() => {
    void load(async () => setDetail(await deskApi.getChat(head.handoff)));
  }, [head.handoff, load]);

  return (
    <Modal title={topic} isOpen onClose={onClose} drawer>
      <p className="dialog__line">
        <LanguageBadge language={head.language} />
        <PriorityChips head={head} />
      </p>
      <div className="peek">
        {detail ? (
          <Transcript head={detail.head} entries={detail.entries} folds={false} />
        ) : (
          !refused && <p className="hint">{word('chats.loading')}</p>
        )}
      </div>
      <RefusalLine code={refused ?? take.refused} />
      {mayChoose && (
        <div className="dialog__acts">
          <Button
            className="button button--primary"
            isPending={take.pending}
            onPress={() =>
              void take
                .run(() => desk.take({ do: 'take', handoff: head.handoff }))
                .then((done) => done && onClose())
            }
          >
            {word('queue.take')}
          </Button>
        </div>
      )}
    </Modal>
  );
}
