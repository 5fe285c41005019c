import { memo } from 'react';
import type { Entry } from '../../../bot/channels/desk/wire.js';
import { FileLink } from '../parts/fileLink.js';
import { Icon } from '../parts/icon.js';
import { Markdown } from '../parts/markdown.js';
import { useDeskState } from '../state/useDesk.js';
import { formatDayAndTime, formatTime } from '../words/times.js';
import { useWords } from '../words/useWords.js';

/** One thing said: who, when, what; passenger, bot and agents look different. */
export const EntryView = memo(function EntryView({ entry }: { readonly entry: Entry }) {
  const { word, language } = useWords();
  const myName = useDeskState(({ floor }) => floor?.me.name);
  const { at, from, name, text, attachments, buttons } = entry;
  const who =
    from === 'agent'
      ? name === myName
        ? word('transcript.you')
        : (name ?? word('transcript.agent'))
      : word(`transcript.${from}`);
  return (
    <li className={`entry entry--${from}`}>
      <p className="entry__who">
        {from === 'bot' && <Icon name="bot" />}
        <span>{who}</span>
        <time dateTime={at} title={formatDayAndTime(at, language)}>
          {formatTime(at, language)}
        </time>
      </p>
      <div className="entry__bubble">
        {text && (from === 'passenger' ? <p className="entry__text">{text}</p> : <Markdown text={text} />)}
        {attachments.map((attachment) => (
          <FileLink key={attachment.url} {...attachment} />
        ))}
      </div>
      {buttons.length > 0 && (
        <p className="entry__buttons">{word('transcript.buttons', { buttons: buttons.join(' · ') })}</p>
      )}
    </li>
  );
});
