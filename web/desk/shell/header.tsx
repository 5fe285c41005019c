import { useDesk, useDeskState } from '../state/useDesk.js';
import type { View } from '../state/deskState.js';
import { useWords } from '../words/useWords.js';
import { Brand } from './brand.js';
import { LanguageSwitch } from './languageSwitch.js';
import { OwnStatus } from './ownStatus.js';

const VIEWS: readonly View[] = ['chats', 'cases', 'floor', 'replies'];
const FOR_SUPERVISORS: readonly View[] = ['floor', 'replies'];
const WORDS = {
  chats: 'views.chats',
  cases: 'views.cases',
  floor: 'views.floor',
  replies: 'views.canned',
} as const;

export function Header() {
  const { word } = useWords();
  const desk = useDesk();
  const view = useDeskState((state) => state.view);
  const isSupervisor = useDeskState(({ floor }) => floor?.me.role === 'supervisor');
  const unread = useDeskState(({ floor }) => floor?.chats.reduce((sum, chat) => sum + chat.unread, 0) ?? 0);
  const views = VIEWS.filter((each) => isSupervisor || !FOR_SUPERVISORS.includes(each));
  return (
    <header className="bar">
      <div className="bar__inner bar__inner--wide">
        <Brand />
        <nav className="views" aria-label={word('views.label')}>
          {views.map((each) => (
            <button
              key={each}
              type="button"
              className="views__choice"
              aria-current={each === view ? 'page' : undefined}
              onClick={() => desk.show(each)}
            >
              {word(WORDS[each])}
              {each === 'chats' && view !== 'chats' && unread > 0 && (
                <span className="tab__unread">
                  <span aria-hidden="true">{unread}</span>
                  <span className="visually-hidden">{word('chats.unread', { count: unread })}</span>
                </span>
              )}
            </button>
          ))}
        </nav>
        <LanguageSwitch />
        <OwnStatus />
      </div>
    </header>
  );
}
