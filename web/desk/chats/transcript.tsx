import { Disclosure, DisclosurePanel, Button, Heading } from 'react-aria-components';
import type { ChatHead, Entry } from '../../../bot/channels/desk/wire.js';
import { Icon } from '../parts/icon.js';
import { useToday } from '../state/useNow.js';
import { countDaysAgo, formatDay, formatTime } from '../words/times.js';
import { useWords } from '../words/useWords.js';
import { EntryView } from './entryView.js';
import { findTurnToAgent } from './foldBotPart.js';

export interface TranscriptProps {
  readonly head: ChatHead;
  readonly entries: readonly Entry[];
  /** The part before an agent came is folded away. */
  readonly folds: boolean;
}

/** All that was said, by day; the bot's part folded. */
export function Transcript({ head, entries, folds }: TranscriptProps) {
  const { word, language } = useWords();
  const split = folds ? findTurnToAgent(entries, head.heldSince) : 0;
  const [before, after] = [entries.slice(0, split), entries.slice(split)];

  if (entries.length === 0) return <p className="hint hint--centred">{word('transcript.empty')}</p>;
  return (
    <>
      {before.length > 0 && (
        <Disclosure className="fold">
          <Heading className="fold__heading" level={3}>
            <Button slot="trigger" className="fold__button">
              <Icon name="bot" />
              <span>{word('transcript.before', { count: before.length })}</span>
              <Icon name="down" />
            </Button>
          </Heading>
          <DisclosurePanel className="fold__panel">
            <Days entries={before} />
          </DisclosurePanel>
        </Disclosure>
      )}
      <Days entries={after} heldSince={head.heldSince} joined={composeJoined()} />
    </>
  );

  function composeJoined(): string | undefined {
    if (!head.agent || !head.heldSince) return undefined;
    const time = formatTime(head.heldSince, language);
    return folds
      ? word('transcript.joined', { time })
      : word('transcript.joinedOther', { name: head.agent.name, time });
  }
}

interface DaysProps {
  readonly entries: readonly Entry[];
  readonly heldSince?: string | undefined;
  readonly joined?: string | undefined;
}

function Days({ entries, heldSince, joined }: DaysProps) {
  const { word, language } = useWords();
  const today = useToday();
  const turn = heldSince === undefined ? -1 : entries.findIndex(({ at }) => at >= heldSince);
  const joinedLine = joined && (
    <li className="milestone milestone--joined" key="joined">
      <span>{joined}</span>
    </li>
  );
  return (
    <ol className="entries">
      {entries.map((entry, index) => {
        const day = formatDay(entry.at, language);
        const isNewDay = index === 0 || day !== formatDay(entries[index - 1]?.at ?? entry.at, language);
        const ago = countDaysAgo(entry.at, today);
        return [
          isNewDay && (
            <li className="milestone" key={`day ${entry.position}`}>
              <span>{ago === 0 ? word('time.today') : ago === 1 ? word('time.yesterday') : day}</span>
            </li>
          ),
          index === turn && joinedLine,
          <EntryView key={entry.position} entry={entry} />,
        ];
      })}
      {turn < 0 && joinedLine}
    </ol>
  );
}
