import type { FileView } from '../../../bot/channels/desk/wire.js';
import { useWords } from '../words/useWords.js';
import { Icon } from './icon.js';

const PICTURE = /^image\//;

/** A passenger's file: pictures to look at, others by name; one that was deleted is named and said to be gone. */
export function FileLink({ name, contentType, url, gone }: FileView) {
  const { word } = useWords();
  if (gone) {
    return (
      <p className="attachment attachment__name">
        <Icon name="attachment" />
        {word('transcript.fileGone', { name })}
      </p>
    );
  }
  const label = word('transcript.opensNew', { name });
  return (
    <a className="attachment" href={url} target="_blank" rel="noreferrer noopener" aria-label={label}>
      {PICTURE.test(contentType) && <img className="attachment__picture" src={url} alt="" loading="lazy" />}
      <span className="attachment__name">
        <Icon name="attachment" />
        {name}
      </span>
    </a>
  );
}
