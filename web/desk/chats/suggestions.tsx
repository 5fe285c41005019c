import { useEffect, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ChatHead, Suggestion } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { Markdown } from '../parts/markdown.js';
import { deskApi } from '../state/deskApi.js';
import { insertIntoDraft } from '../state/drafts.js';
import { EMPTY_CHAT } from '../state/deskState.js';
import { useDesk, useDeskState } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

const PAUSE_MS = 200;
const MOST = 3;

interface Found {
  readonly position: number;
  readonly suggestions: readonly Suggestion[];
}

/** Approved answers to what the passenger said last, until the agent has answered. */
export function Suggestions({ head }: { readonly head: ChatHead }) {
  const { word } = useWords();
  const { handoff } = head;
  const { entries } = useDeskState(({ chats }) => chats[handoff] ?? EMPTY_CHAT);
  const [found, setFound] = useState<Found>();
  const last = entries.filter(({ from }) => from !== 'bot').at(-1);
  const asked = last?.from === 'passenger' && last.text.trim() !== '' ? last : undefined;
  const [position, text] = [asked?.position, asked?.text];

  useEffect(() => {
    if (position === undefined || text === undefined) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      deskApi.suggest(handoff, text).then(
        (suggestions) => isCurrent && setFound({ position, suggestions: suggestions.slice(0, MOST) }),
        // An agent answers without suggestions as well.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [handoff, position, text]);

  if (position === undefined || found?.position !== position || found.suggestions.length === 0) return null;
  return (
    <section className="suggestions" aria-label={word('suggestions.title')}>
      <p className="suggestions__title">{word('suggestions.title')}</p>
      <ul className="suggestions__list">
        {found.suggestions.map((suggestion) => (
          <SuggestionRow
            key={suggestion.route}
            suggestion={suggestion}
            handoff={handoff}
            onUsed={() => setFound({ position, suggestions: [] })}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly suggestion: Suggestion;
  readonly handoff: string;
  readonly onUsed: () => void;
}

function SuggestionRow({ suggestion, handoff, onUsed }: RowProps) {
  const { word } = useWords();
  const { outbox } = useDesk();
  const { question, answer } = suggestion;

  function use(work: () => void): void {
    work();
    onUsed();
    focusWhenThere(nameComposer(handoff));
  }

  return (
    <li>
      <Disclosure className="suggestion">
        <Heading className="suggestion__heading" level={4}>
          <Button slot="trigger" className="suggestion__question">
            <Icon name="down" />
            <span>{question}</span>
          </Button>
        </Heading>
        <div className="suggestion__line">
          <p className="suggestion__preview" aria-hidden="true">
            {answer.replace(/[*_#]/g, '')}
          </p>
          <Button
            className="button button--small"
            aria-label={word('suggestions.insertLong', { question })}
            onPress={() => use(() => insertIntoDraft(handoff, answer))}
          >
            {word('suggestions.insert')}
          </Button>
          <Button
            className="button button--small"
            aria-label={word('suggestions.sendLong', { question })}
            onPress={() => use(() => outbox.say(handoff, answer))}
          >
            {word('suggestions.send')}
          </Button>
        </div>
        <DisclosurePanel className="suggestion__answer">
          <Markdown text={answer} />
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
