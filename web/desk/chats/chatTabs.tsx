import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { LanguageBadge } from '../parts/languageBadge.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';

export interface TabsProps {
  readonly open: readonly ChatHead[];
  readonly shown: readonly ChatHead[];
  readonly focused: string | undefined;
  readonly watched: readonly string[];
  readonly onChoose: (handoff: string) => void;
}

/** All open chats; several of them may be on the screen, so these are buttons of a bar rather than tabs of one panel. */
export function ChatTabs({ open, shown, focused, watched, onChoose }: TabsProps) {
  const { word } = useWords();
  const nameTopic = useTopic();
  const current = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focused]);

  /** Arrows move within the bar, as in every tool bar. */
  function moveWithin(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.altKey) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const index = buttons.findIndex((button) => button === document.activeElement);
    buttons[(index + step + buttons.length) % buttons.length]?.focus();
  }

  return (
    <nav className="tabs" aria-label={word('chats.tabs')} onKeyDown={moveWithin}>
      {open.map((head, index) => {
        const { handoff, unread } = head;
        return (
          <button
            key={handoff}
            type="button"
            className="tab"
            ref={handoff === focused ? current : undefined}
            aria-current={handoff === focused || undefined}
            data-shown={shown.includes(head) || undefined}
            onClick={() => onChoose(handoff)}
          >
            {index < 9 && (
              <span className="tab__number" aria-hidden="true">
                {index + 1}
              </span>
            )}
            <LanguageBadge language={head.language} />
            <span className="tab__topic">{nameTopic(head)}</span>
            {watched.includes(handoff) && <Icon name="eye" />}
            {unread > 0 && (
              <span className="tab__unread">
                <span aria-hidden="true">{unread}</span>
                <span className="visually-hidden">{word('chats.unread', { count: unread })}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
