import { useState } from 'react';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { Modal } from '../parts/modal.js';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { QueuePanel } from '../queue/queuePanel.js';
import { chooseColumns, findFocused, listOpenChats } from '../state/deskState.js';
import { closeDialog, openDialog } from '../state/openDialog.js';
import { settings } from '../state/settings.js';
import { useDesk, useDeskState, useStore } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { ChatColumn } from './chatColumn.js';
import { ChatTabs } from './chatTabs.js';
import { DetailsPanel } from './detailsPanel.js';
import { EndModal } from './endModal.js';
import { TransferModal } from './transferModal.js';
import { useColumns } from './useColumns.js';

/** The queue, up to three chats side by side, and what is known of the one worked in. */
export function ChatsView() {
  const { word } = useWords();
  const desk = useDesk();
  const floor = useDeskState((state) => state.floor);
  const watched = useDeskState((state) => state.watched);
  const recent = useDeskState((state) => state.recent);
  const { details } = useStore(settings);
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const columns = useColumns(stage);

  const open = listOpenChats({ ...(floor && { floor }), watched });
  const focused = findFocused({ ...(floor && { floor }), watched, recent });
  const shown = chooseColumns(open, focused ? [focused.handoff, ...recent] : recent, columns);

  return (
    <div
      className="chats"
      data-details={(details && focused !== undefined) || undefined}
      data-open={open.length > 0 || undefined}
    >
      <QueuePanel />
      <section className="stage" aria-label={word('chats.title')} ref={setStage}>
        {open.length === 0 ? (
          <div className="empty empty--large">
            <Icon name="replies" />
            <h2 className="empty__title">{word('chats.empty')}</h2>
            <p className="empty__hint">
              {word(floor?.me.takesAssigned ? 'chats.emptyHintAssigned' : 'chats.emptyHint')}
            </p>
          </div>
        ) : (
          <>
            <ChatTabs
              open={open}
              shown={shown}
              focused={focused?.handoff}
              watched={watched}
              onChoose={(handoff) => {
                desk.workIn(handoff);
                focusWhenThere(nameComposer(handoff), `chat-${handoff}`);
              }}
            />
            <div className="columns">
              {shown.map((head) => (
                <ChatColumn
                  key={head.handoff}
                  head={head}
                  isFocused={head === focused}
                  isWatched={watched.includes(head.handoff)}
                />
              ))}
            </div>
          </>
        )}
      </section>
      {details && focused && (
        <aside className="side" aria-label={word('panel.title')} key={focused.handoff}>
          <DetailsPanel head={focused} />
        </aside>
      )}
      <ChatModals open={open} />
    </div>
  );
}

/** The windows about one chat. */
function ChatModals({ open }: { readonly open: readonly ChatHead[] }) {
  const { word } = useWords();
  const dialog = useStore(openDialog);
  const head =
    dialog && 'handoff' in dialog ? open.find(({ handoff }) => handoff === dialog.handoff) : undefined;
  if (!dialog || !head) return null;

  function moveOn(): void {
    closeDialog();
    const next = open.find((each) => each !== head);
    focusWhenThere(
      ...(next ? [nameComposer(next.handoff), `chat-${next.handoff}`] : []),
      'take-next',
      'queue',
    );
  }

  switch (dialog.kind) {
    case 'transfer':
      return <TransferModal head={head} onClose={closeDialog} onDone={moveOn} />;
    case 'end':
      return <EndModal head={head} onClose={closeDialog} onDone={moveOn} />;
    case 'details':
      return (
        <Modal title={word('panel.title')} isOpen onClose={closeDialog} drawer>
          <DetailsPanel head={head} />
        </Modal>
      );
    case 'new-case':
    case 'shortcuts':
    case 'sign-out':
      return null;
  }
}
