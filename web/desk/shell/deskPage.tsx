import { CasesView } from '../cases/casesView.js';
import { ChatsView } from '../chats/chatsView.js';
import { FloorView } from '../floor/floorView.js';
import { NewCaseModal } from '../newCase/newCaseModal.js';
import { RepliesView } from '../replies/repliesView.js';
import { useDeskState } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { ConnectionLine } from './connectionLine.js';
import { Header } from './header.js';
import { ShortcutsModal } from './shortcutsModal.js';
import { SignOutModal } from './signOutModal.js';
import { useNews } from './useNews.js';
import { useShortcuts } from './useShortcuts.js';

/** The desk of an agent who is signed in. */
export function DeskPage() {
  const { word } = useWords();
  const view = useDeskState((state) => state.view);
  const hasFloor = useDeskState((state) => state.floor !== undefined);
  const connection = useDeskState((state) => state.connection.kind);
  useNews();
  useShortcuts();

  return (
    <div className="desk" data-connection={connection}>
      <a className="skip" href="#main">
        {word('page.skip')}
      </a>
      <Header />
      <ConnectionLine />
      <main className="main" id="main" tabIndex={-1}>
        {!hasFloor && <p className="main__loading">{word('page.loading')}</p>}
        {hasFloor && view === 'chats' && <ChatsView />}
        {hasFloor && view === 'cases' && <CasesView />}
        {hasFloor && view === 'floor' && <FloorView />}
        {hasFloor && view === 'replies' && <RepliesView />}
      </main>
      <NewCaseModal />
      <ShortcutsModal />
      <SignOutModal />
    </div>
  );
}
